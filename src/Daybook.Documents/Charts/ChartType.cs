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
}
