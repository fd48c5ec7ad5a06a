using Daybook.Documents;
using OxyPlot;
using OxyPlot.Annotations;
using OxyPlot.Axes;

namespace Daybook.Export.Charts;

/// <summary>Lines across a chart that stand for a tolerance.</summary>
internal static class Thresholds
{
    private static readonly double[] Dashes = [4, 3];

    public static IReadOnlyList<ChartThreshold> Of(ChartData data) =>
        [.. data.Options.Thresholds.Where(t => Math.Abs(t.Value) <= ChartData.Largest).OrderBy(t => t.Value)];

    public static string Label(ChartThreshold threshold, ChartOptions options)
    {
        var value = NumberText.Value(threshold.Value, options);
        return threshold.Label is { Length: > 0 } label ? $"{label} {value}" : value;
    }

    public static ThemeColor TextColor(ChartThreshold threshold) => threshold.Severity is { } severity ? ThemeColors.Text(severity) : ThemeColor.Muted;

    public static void AddLines(PlotFrame frame, IReadOnlyList<ChartThreshold> thresholds, Axis values) =>
        frame.Sketch(AnnotationLayer.BelowSeries, context =>
        {
            var area = frame.Model.PlotArea;
            foreach (var threshold in thresholds)
            {
                var at = values.Transform(threshold.Value);
                ScreenPoint[] line = values.IsVertical() ? [new(area.Left, at), new(area.Right, at)] : [new(at, area.Top), new(at, area.Bottom)];
                context.DrawLine(line, ChartInk.Of(TextColor(threshold)), 1.25, EdgeRenderingMode.Automatic, Dashes, LineJoin.Miter);
            }
        });
}
