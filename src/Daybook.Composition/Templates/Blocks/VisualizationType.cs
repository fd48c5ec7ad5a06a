namespace Daybook.Composition;

/// <summary>Written in lower case with underscores: <c>stacked_bar</c>.</summary>
public enum VisualizationType
{
    Line,
    Area,

    /// <summary>Several series stand beside each other, as in <see cref="GroupedBar"/>.</summary>
    Bar,
    GroupedBar,
    StackedBar,
    HorizontalBar,
    HorizontalStackedBar,
    Pie,
    Doughnut,
    Scatter,
    Radar,
    Gauge,
    Heatmap,

    /// <summary>Events in time.</summary>
    Timeline,

    /// <summary>Metric cards.</summary>
    Cards,
}
