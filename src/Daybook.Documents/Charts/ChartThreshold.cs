using System.Text.Json.Serialization;

namespace Daybook.Documents;

/// <param name="Label">Shown at the line; null shows the value alone.</param>
/// <param name="Severity">The severity from this value upwards (gauge bands) or of the line; null draws it plain.</param>
public sealed record ChartThreshold(double Value, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Label,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] Severity? Severity);
