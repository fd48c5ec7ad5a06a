using Daybook.Documents;
using OxyPlot;

namespace Daybook.Export.Charts;

/// <summary>Lays a chart out for a width, with text as wide as the render context says it is.</summary>
internal static class ChartDrawings
{
    /// <param name="data">With something to draw: <see cref="ChartData.Nothing"/> is null.</param>
    public static ChartDrawing Of(ChartData data, double width, IRenderContext measure) => data.Type switch
    {
        ChartType.Line or ChartType.Area => LinePlot.Draw(measure, data, width),
        ChartType.Bar or ChartType.StackedBar => BarPlot.Draw(measure, data, width),
        ChartType.HorizontalBar or ChartType.HorizontalStackedBar => HorizontalBarPlot.Draw(measure, data, width),
        ChartType.Pie or ChartType.Doughnut => PiePlot.Draw(measure, data, width),
        ChartType.Scatter => ScatterPlot.Draw(measure, data, width),
        ChartType.Radar => RadarPlot.Draw(measure, data, width),
        ChartType.Gauge => GaugePlot.Draw(measure, data, width),
        ChartType.Timeline => TimelinePlot.Draw(measure, data, width),
        ChartType.Heatmap => HeatmapPlot.Draw(measure, data, width),
        _ => throw new ArgumentOutOfRangeException(nameof(data), data.Type, null),
    };
}
