using System.Collections.Immutable;
using Daybook.Documents;
using OxyPlot;
using OxyPlot.Annotations;
using OxyPlot.Axes;

namespace Daybook.Export.Charts;

/// <summary>Lying bars: the form for names, which stand in full at the left.</summary>
internal static class HorizontalBarPlot
{
    private const double LabelSize = 12;

    public static ChartDrawing Draw(IRenderContext measure, ChartData data, double width)
    {
        var stacked = data.Type == ChartType.HorizontalStackedBar;
        var legend = new LegendRows(measure, SeriesStyle.KeyOfBars(data), width, LegendMark.Square);
        var frame = new PlotFrame(measure, data, width, legend);
        var thresholds = Thresholds.Of(data);
        var scale = Bar.Scale(data, stacked, thresholds, ticks: frame.IsNarrow ? 3 : 5);

        var names = Names(measure, data.Labels, width * (frame.IsNarrow ? 0.36 : 0.34));
        var left = names.Max(n => measure.Width(n)) + 10;
        var valueWidth = Bar.Lay(data, stacked, 1).Max(b => measure.Width(b.Text(data.Options), LabelSize)) + 8;
        if (scale.Minimum < 0)
            left += valueWidth;
        var right = stacked ? Math.Max(12, TotalWidth(measure, data)) : Math.Max(12, valueWidth);
        var barsInSlot = stacked ? 1 : data.Series.Length;
        var slot = Math.Max(names.Any(n => n.Contains('\n', StringComparison.Ordinal)) ? 38 : 28, barsInSlot * 16 + 12);
        var bars = Bar.Lay(data, stacked, (barsInSlot == 1 ? 19 : barsInSlot * 16) / (double)slot);
        // Values at the bars say what an axis would say.
        var hasAxis = stacked || thresholds.Count > 0;
        var values = frame.AddValueAxis(AxisPosition.Bottom, scale, data.Options, hasAxis);
        var places = new LinearAxis
        {
            Key = PlotFrame.OtherKey, Position = AxisPosition.Left, Minimum = -0.5, Maximum = data.Labels.Length - 0.5, StartPosition = 1, EndPosition = 0, IsAxisVisible = false,
        };
        frame.Model.Axes.Add(places);

        var nameTitle = ChartText.Cut(measure, data.Options.XTitle ?? "", left - 10);
        var marks = new TopLabels(measure, thresholds, data.Options, v => left + (v - scale.Minimum) / (scale.Maximum - scale.Minimum) * (width - left - right), width);
        frame.Headroom = Math.Max(marks.Height, nameTitle.Length > 0 ? 18 : 0);
        Thresholds.AddLines(frame, thresholds, values);
        frame.Sketch(AnnotationLayer.BelowSeries, context =>
        {
            foreach (var bar in bars)
                context.DrawRectangle(Rectangle(bar, places, values), ChartInk.Of(bar.Color(data)), ChartInk.Of(ThemeColor.Page), 1, EdgeRenderingMode.Automatic);
            var (area, zero) = (frame.Model.PlotArea, values.Transform(Math.Clamp(0, scale.Minimum, scale.Maximum)));
            context.DrawLine([new(zero, area.Top), new(zero, area.Bottom)], ChartInk.Of(ThemeColor.RuleStrong), 1, EdgeRenderingMode.Automatic, null, LineJoin.Miter);
        });
        frame.Sketch(AnnotationLayer.AboveSeries, context =>
        {
            for (var i = 0; i < names.Length; i++)
                PlotFrame.Text(context, new(0, places.Transform(i)), names[i], HorizontalAlignment.Left, VerticalAlignment.Middle, ThemeColor.Ink);
            PlotFrame.Text(context, new(0, frame.Model.PlotArea.Top - 2), nameTitle, HorizontalAlignment.Left, VerticalAlignment.Bottom);
            marks.Draw(context, frame.Model.PlotArea.Top);
            foreach (var bar in bars)
                ValueLabel(context, data, bar, Rectangle(bar, places, values), stacked);
            if (stacked)
                Totals(context, data, bars, places, values);
        });
        return frame.Finish(left, right, hasAxis ? 24 : 4, slot * data.Labels.Length, xTitleBelow: false);
    }

    private static ImmutableArray<string> Names(IRenderContext measure, ImmutableArray<string> labels, double width) =>
        [.. labels.Select(label => ChartText.Wrap(measure, label, width, 2))];

    private static double TotalWidth(IRenderContext measure, ChartData data) =>
        Bar.Lay(data, stacked: true, 1).Max(b => measure.Width(NumberText.Value(b.To, data.Options), LabelSize, ChartText.Bold)) + 10;

    private static OxyRect Rectangle(Bar bar, Axis places, Axis values) => new(
        new ScreenPoint(values.Transform(Math.Min(bar.From, bar.To)), places.Transform(bar.Center - bar.Thickness / 2)),
        new ScreenPoint(values.Transform(Math.Max(bar.From, bar.To)), places.Transform(bar.Center + bar.Thickness / 2)));

    private static void ValueLabel(IRenderContext context, ChartData data, Bar bar, OxyRect rectangle, bool stacked)
    {
        var text = bar.Text(data.Options);
        if (stacked)
        {
            if (context.Width(text, LabelSize) <= rectangle.Width - 6)
                PlotFrame.Text(context, rectangle.Center, text, HorizontalAlignment.Center, VerticalAlignment.Middle, ThemeColors.On(bar.Color(data)), LabelSize);
            return;
        }

        var negative = bar.To < 0;
        var at = new ScreenPoint(negative ? rectangle.Left - 5 : rectangle.Right + 5, rectangle.Center.Y);
        PlotFrame.Text(context, at, text, negative ? HorizontalAlignment.Right : HorizontalAlignment.Left, VerticalAlignment.Middle, ThemeColor.Ink, LabelSize);
    }

    private static void Totals(IRenderContext context, ChartData data, ImmutableArray<Bar> bars, Axis places, Axis values)
    {
        if (bars.Any(b => b.To < b.From))
            return;
        foreach (var stack in bars.GroupBy(b => b.Label).Where(g => g.Count() > 1))
        {
            var end = stack.Max(b => b.To);
            PlotFrame.Text(
                context, new(values.Transform(end) + 5, places.Transform(stack.Key)), NumberText.Value(end, data.Options), HorizontalAlignment.Left,
                VerticalAlignment.Middle, ThemeColor.Ink, LabelSize, ChartText.Bold);
        }
    }
}
