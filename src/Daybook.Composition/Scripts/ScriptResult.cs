using System.Collections.Immutable;
using System.Text.Json;

namespace Daybook.Composition;

/// <param name="Value">Null when the function returned nothing.</param>
/// <param name="Console">What the script wrote with <c>console.log</c> and its kin, one entry a call.</param>
internal sealed record ScriptResult(JsonElement? Value, ImmutableArray<string> Console);
