using System.Text.Json;

namespace Daybook.RedTeam;

/// <summary>Where the value of a field stands in its line.</summary>
internal readonly record struct FieldSlot(int Start, int Length, JsonTokenType Type);
