using Daybook.Documents;
using OxyPlot;
using OxyPlot.Annotations;

namespace Daybook.Export.Charts;

/// <summary>One value on a half circle; thresholds divide it into bands.</summary>
internal static class GaugePlot
{
    private const double Thickness = 24;

    /// <summary>For the names of thresholds left of the half circle.</summary>
    private const double LabelRoom = 96;

    public static ChartDrawing Draw(IRenderContext measure, ChartData data, double width)
    {
        var frame = new PlotFrame(measure, data, width, legend: null);
        var radius = frame.IsNarrow ? 112.0 : 132.0;
        var thresholds = Thresholds.Of(data);
        var scale = Scale(data, thresholds);
        var plotHeight = radius + 66;
        frame.Sketch(AnnotationLayer.AboveSeries, context =>
        {
            var center = new ScreenPoint(frame.IsNarrow ? width / 2 : radius + LabelRoom, frame.Model.PlotArea.Top + radius + 24);
            Bands(context, scale, thresholds, center, radius);
            if (thresholds.Count == 0)
                Band(context, scale, scale.Minimum, data.Value, ThemeColor.Series1, center, radius);
            Marks(context, data, scale, thresholds, center, radius);
            Pointer(context, Turns(scale, data.Value), center, radius);
            Reading(context, data, thresholds, center, radius);
        });
        return frame.Finish(0, 0, 0, plotHeight, xTitleBelow: false);
    }

    private static ValueScale Scale(ChartData data, IReadOnlyList<ChartThreshold> thresholds)
    {
        var maximum = data.Options.Maximum ?? (data.Options.Unit == "%" ? 100 : null);
        return ValueScale.Enclosing([data.Value, .. thresholds.Select(t => t.Value)], fromZero: true, data.Options.Minimum, maximum, ticks: 4);
    }

    /// <summary>From a quarter turn left of the top to a quarter turn right of it.</summary>
    private static double Turns(ValueScale scale, double value) => -0.25 + 0.5 * (value - scale.Minimum) / (scale.Maximum - scale.Minimum);

    private static void Bands(IRenderContext context, ValueScale scale, IReadOnlyList<ChartThreshold> thresholds, ScreenPoint center, double radius)
    {
        Band(context, scale, scale.Minimum, thresholds.Count > 0 ? thresholds[0].Value : scale.Maximum, ThemeColor.Rule, center, radius);
        for (var i = 0; i < thresholds.Count; i++)
        {
            var color = thresholds[i].Severity is { } severity ? ThemeColors.Solid(severity) : ThemeColor.RuleStrong;
            Band(context, scale, thresholds[i].Value, i + 1 < thresholds.Count ? thresholds[i + 1].Value : scale.Maximum, color, center, radius);
        }
    }

    private static void Band(IRenderContext context, ValueScale scale, double from, double to, ThemeColor color, ScreenPoint center, double radius)
    {
        if (to > from)
        {
            context.DrawPolygon(
                Arc.Slice(center, radius - Thickness, radius, Turns(scale, from), Turns(scale, to)), ChartInk.Of(color), ChartInk.Of(ThemeColor.Page), 1.5,
                EdgeRenderingMode.Automatic, null, LineJoin.Miter);
        }
    }

    /// <summary>The ends of the scale below it, the thresholds around it.</summary>
    private static void Marks(
        IRenderContext context, ChartData data, ValueScale scale, IReadOnlyList<ChartThreshold> thresholds, ScreenPoint center, double radius)
    {
        foreach (var (end, side) in new[] { (scale.Minimum, -1), (scale.Maximum, 1) })
        {
            PlotFrame.Text(
                context, new(center.X + side * (radius - Thickness / 2), center.Y + 5), NumberText.Value(end, data.Options), HorizontalAlignment.Center, VerticalAlignment.Top);
        }

        foreach (var threshold in thresholds.Where(t => t.Value > scale.Minimum))
        {
            var turns = Turns(scale, threshold.Value);
            var at = Arc.At(center, radius + 8, turns);
            var room = center.X - Math.Abs(at.X - center.X) - 8;
            var text = ChartText.Cut(context, Thresholds.Label(threshold, data.Options), Math.Abs(turns) < 0.03 ? room : Math.Max(40, room));
            var side = Math.Abs(turns) < 0.03 ? HorizontalAlignment.Center : turns < 0 ? HorizontalAlignment.Right : HorizontalAlignment.Left;
            PlotFrame.Text(context, at, text, side, Math.Abs(turns) > 0.2 ? VerticalAlignment.Middle : VerticalAlignment.Bottom);
        }
    }

    private static void Pointer(IRenderContext context, double turns, ScreenPoint center, double radius)
    {
        var tip = Arc.At(center, radius - Thickness / 2, turns);
        var back = Arc.At(center, radius - Thickness - 14, turns);
        var (dx, dy) = ((tip.Y - back.Y) * 0.32, (back.X - tip.X) * 0.32);
        context.DrawPolygon(
            [tip, new(back.X + dx, back.Y + dy), new(back.X - dx, back.Y - dy)], ChartInk.Of(ThemeColor.Ink), ChartInk.Of(ThemeColor.Page), 1.5,
            EdgeRenderingMode.Automatic, null, LineJoin.Round);
    }

    /// <summary>The value in the middle, with the word of its band.</summary>
    private static void Reading(IRenderContext context, ChartData data, IReadOnlyList<ChartThreshold> thresholds, ScreenPoint center, double radius)
    {
        var text = NumberText.Value(data.Value, data.Options);
        var inside = 2 * (radius - Thickness) - 56;
        var size = Math.Min(38, 38 * inside / Math.Max(1, context.Width(text, 38, ChartText.Bold)));
        PlotFrame.Text(context, new(center.X, center.Y - 22), text, HorizontalAlignment.Center, VerticalAlignment.Middle, ThemeColor.Ink, size, ChartText.Bold);
        var band = thresholds.LastOrDefault(t => t.Value <= data.Value);
        if (band?.Severity is { } severity)
        {
            PlotFrame.Text(
                context, new(center.X, center.Y + 8), SeverityWords.Word(severity), HorizontalAlignment.Center, VerticalAlignment.Middle, ThemeColors.Text(severity), 14,
                ChartText.Bold);
        }
    }
}
