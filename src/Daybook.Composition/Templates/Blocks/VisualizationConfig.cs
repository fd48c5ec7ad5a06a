using System.Collections.Immutable;

namespace Daybook.Composition;

/// <summary>What is drawn: rows through <see cref="X"/>, <see cref="Y"/> and <see cref="Series"/>, or a value that already has labels and datasets.</summary>
public sealed record VisualizationConfig
{
    public VisualizationType ChartType { get; init; } = VisualizationType.Line;

    /// <summary>The data to draw; null takes the block's only data source.</summary>
    public DataPath? DataSource { get; init; }

    /// <summary>Column of the labels; null for data that already has labels.</summary>
    public string? X { get; init; }

    /// <summary>Columns of the values; empty counts rows, or stands for data that already has values.</summary>
    public ImmutableArray<string> Y { get; init; } = [];

    /// <summary>Column whose values become one series each; null for one series per <see cref="Y"/>.</summary>
    public string? Series { get; init; }

    /// <summary>How rows with the same label and series become one value.</summary>
    public Aggregate Aggregate { get; init; } = Aggregate.Sum;

    /// <summary>An object as written, kept for <c>chart_config.options</c>; null when the template has none.</summary>
    public TemplateValue? Options { get; init; }
}
