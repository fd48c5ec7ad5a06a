namespace Daybook.Documents;

public enum ChartType
{
    Line,
    Area,
    Bar,
    HorizontalBar,
    StackedBar,
    HorizontalStackedBar,
    Pie,
    Doughnut,
    Scatter,
    Radar,
    Gauge,
    Heatmap,

    /// <summary>Labels are events, one series a lane; values are times of <see cref="TimelineTime"/>.</summary>
    Timeline,
}
