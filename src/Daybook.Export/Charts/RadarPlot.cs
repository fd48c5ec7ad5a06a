using OxyPlot;
using OxyPlot.Annotations;

namespace Daybook.Export.Charts;

/// <summary>Values on axes around a centre.</summary>
internal static class RadarPlot
{
    private const double LabelDistance = 14;

    public static ChartDrawing Draw(IRenderContext measure, ChartData data, double width)
    {
        var styles = data.Series.Select((_, i) => SeriesStyle.Of(data, i)).ToList();
        var legend = data.Series.Length > 1 ? new LegendRows(measure, data.Series.Select((s, i) => (s.Label, styles[i])), width, LegendMark.Line) : null;
        var frame = new PlotFrame(measure, data, width, legend);
        var scale = ValueScale.Enclosing(
            data.Values.Concat(Thresholds.Of(data).Select(t => t.Value)), fromZero: true, data.Options.Minimum, data.Options.Maximum, ticks: 4);
        var radius = frame.IsNarrow ? 92.0 : 132.0;
        var labelWidth = Math.Min(170, width / 2 - radius - LabelDistance);
        var labels = data.Labels.Select(l => ChartText.Wrap(measure, l, labelWidth, 2)).ToList();
        var left = frame.IsNarrow ? width / 2 : radius + LabelDistance + labels.Max(l => measure.Width(l));
        var plotHeight = 2 * radius + 2 * LabelDistance + 56;
        frame.Sketch(AnnotationLayer.AboveSeries, context =>
        {
            var area = frame.Model.PlotArea;
            var dial = new RadarDial(new ScreenPoint(left, area.Top + plotHeight / 2), radius, labels.Count, scale, data.Options);
            dial.DrawWeb(context);
            foreach (var threshold in Thresholds.Of(data))
                dial.DrawRing(context, threshold.Value, Thresholds.TextColor(threshold), dashed: true);
            for (var i = 0; i < data.Series.Length; i++)
                dial.DrawSeries(context, data.Series[i].Values, styles[i]);
            dial.DrawTicks(context);
            for (var i = 0; i < labels.Count; i++)
                Label(context, dial, i, labels[i]);
        });
        return frame.Finish(0, 0, 0, plotHeight, xTitleBelow: false);
    }

    private static void Label(IRenderContext context, RadarDial dial, int index, string text)
    {
        var at = dial.Outside(index, LabelDistance);
        var side = at.X - dial.Center.X;
        var horizontal = Math.Abs(side) < 4 ? HorizontalAlignment.Center : side > 0 ? HorizontalAlignment.Left : HorizontalAlignment.Right;
        var height = at.Y - dial.Center.Y;
        var vertical = Math.Abs(side) >= 4 ? VerticalAlignment.Middle : height > 0 ? VerticalAlignment.Top : VerticalAlignment.Bottom;
        PlotFrame.Text(context, at, text, horizontal, vertical, ThemeColor.Ink);
    }
}
