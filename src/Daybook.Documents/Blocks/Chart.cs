using System.Collections.Immutable;

namespace Daybook.Documents;

/// <summary>A chart as data; exporters draw it. Its numbers are also shown as a table (the twin) where a picture cannot be read.</summary>
/// <param name="Labels">Categories along the x axis (heatmap: columns); empty for scatter and gauge.</param>
/// <param name="Datasets">One per series (heatmap: one per row of cells).</param>
/// <param name="AltText">What the chart says, in a sentence made from its data.</param>
public sealed record Chart(ChartType Type, ImmutableArray<string> Labels, ImmutableArray<ChartDataset> Datasets, string AltText) : DocumentBlock
{
    public string? Title { get; init; }

    public ChartOptions Options { get; init; } = new();

    public override void Accept<TContext>(BlockVisitor<TContext> visitor, TContext context) => visitor.Visit(this, context);
}
