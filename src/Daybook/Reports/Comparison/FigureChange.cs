using System.Text.Json;

namespace Daybook.Reports.Comparison;

/// <summary>A single value that differs.</summary>
/// <param name="Kind"><c>data</c> for a value of the snapshot, <c>card</c> for a headline figure of the document.</param>
/// <param name="Place">A dotted path in the snapshot; section and label of a card.</param>
/// <param name="Old">Null where there was none.</param>
/// <param name="New">Null where there is none.</param>
/// <param name="Difference">New minus old; null where one of them is no number.</param>
internal sealed record FigureChange(string Kind, string Place, string Change, JsonElement? Old, JsonElement? New, JsonElement? Difference);
