using System.Collections.Immutable;

namespace Daybook.Documents;

/// <summary>One series of a chart.</summary>
/// <param name="Label">Name in the legend (heatmap: label of the row).</param>
/// <param name="Values">One per chart label; null is a gap, never zero. Gauge: one value.</param>
public sealed record ChartDataset(string Label, ImmutableArray<double?> Values)
{
    /// <summary>Scatter only: the x of each value; empty for all other types.</summary>
    public ImmutableArray<double> XValues { get; init; } = [];

    /// <summary>The severity whose colour the series takes; null takes the next colour of the palette.</summary>
    public Severity? Severity { get; init; }
}
