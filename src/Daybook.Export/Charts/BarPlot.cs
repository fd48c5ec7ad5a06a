using System.Collections.Immutable;
using Daybook.Documents;
using OxyPlot;
using OxyPlot.Annotations;
using OxyPlot.Axes;

namespace Daybook.Export.Charts;

/// <summary>Upright bars, side by side or stacked.</summary>
internal static class BarPlot
{
    private const double WidestBar = 76;
    private const double LabelSize = 12;

    public static ChartDrawing Draw(IRenderContext measure, ChartData data, double width)
    {
        var stacked = data.Type == ChartType.StackedBar;
        var legend = new LegendRows(measure, SeriesStyle.KeyOfBars(data), width, LegendMark.Square);
        var frame = new PlotFrame(measure, data, width, legend);
        var thresholds = Thresholds.Of(data);
        var scale = Bar.Scale(data, stacked, thresholds, ticks: frame.IsNarrow ? 4 : 5);

        var rail = new RailLabels(measure, width * 0.22);
        foreach (var threshold in thresholds)
            rail.Add(threshold.Value, Thresholds.Label(threshold, data.Options), Thresholds.TextColor(threshold), strong: false);
        var (left, right) = (frame.TickWidth(scale) + 8, Math.Max(rail.Width, 4));
        var slot = (width - left - right) / data.Labels.Length;
        var labels = CategoryLabels.Fit(measure, data.Labels, slot, mayThin: slot < 18);
        var overhang = labels.Overhang(slot, slot / 2);
        (left, right) = (Math.Max(left, overhang.Left), Math.Max(right, overhang.Right));
        slot = (width - left - right) / data.Labels.Length;

        var widest = WidestBar * (stacked ? 1 : Math.Min(3, data.Series.Length));
        var share = Math.Min(data.Series.Length > 1 && !stacked ? 0.8 : 0.68, widest / slot);
        var bars = Bar.Lay(data, stacked, share);
        var values = frame.AddValueAxis(AxisPosition.Left, scale, data.Options);
        var places = new LinearAxis { Key = PlotFrame.OtherKey, Position = AxisPosition.Bottom, Minimum = -0.5, Maximum = data.Labels.Length - 0.5, IsAxisVisible = false };
        frame.Model.Axes.Add(places);
        var labelled = !stacked && bars.All(b => measure.Width(b.Text(data.Options), LabelSize) <= b.Thickness * slot + 6);
        frame.Headroom = labelled || stacked ? 8 : 0;

        frame.Sketch(AnnotationLayer.BelowSeries, context =>
        {
            foreach (var bar in bars)
                context.DrawRectangle(Rectangle(bar, places, values), ChartInk.Of(bar.Color(data)), ChartInk.Of(ThemeColor.Page), 1, EdgeRenderingMode.Automatic);
            LinePlot.Baseline(context, frame.Model.PlotArea, values.Transform(Math.Clamp(0, scale.Minimum, scale.Maximum)));
        });
        Thresholds.AddLines(frame, thresholds, values);
        frame.Sketch(AnnotationLayer.AboveSeries, context =>
        {
            var area = frame.Model.PlotArea;
            if (labelled)
                Labels(context, data, bars, places, values);
            else if (stacked)
                StackLabels(context, data, bars, places, values, slot * share);
            labels.Draw(context, places, area.Bottom);
            rail.Draw(context, area.Right, area.Top, area.Bottom, values.Transform);
        });
        return frame.Finish(left, right, labels.Height, frame.IsNarrow ? 190 : 250);
    }

    private static OxyRect Rectangle(Bar bar, Axis places, Axis values) => new(
        new ScreenPoint(places.Transform(bar.Center - bar.Thickness / 2), values.Transform(Math.Max(bar.From, bar.To))),
        new ScreenPoint(places.Transform(bar.Center + bar.Thickness / 2), values.Transform(Math.Min(bar.From, bar.To))));

    private static void Labels(IRenderContext context, ChartData data, ImmutableArray<Bar> bars, Axis places, Axis values)
    {
        foreach (var bar in bars)
        {
            var below = bar.To < 0;
            var at = new ScreenPoint(places.Transform(bar.Center), values.Transform(bar.To) + (below ? 2 : -2));
            PlotFrame.Text(
                context, at, bar.Text(data.Options), HorizontalAlignment.Center, below ? VerticalAlignment.Top : VerticalAlignment.Bottom, ThemeColor.Ink, LabelSize);
        }
    }

    /// <summary>Values inside the pieces that have room, the sum on top.</summary>
    private static void StackLabels(IRenderContext context, ChartData data, ImmutableArray<Bar> bars, Axis places, Axis values, double width)
    {
        foreach (var bar in bars)
        {
            var rectangle = Rectangle(bar, places, values);
            var text = bar.Text(data.Options);
            if (rectangle.Height >= 16 && context.Width(text, LabelSize) <= width - 4)
                PlotFrame.Text(context, rectangle.Center, text, HorizontalAlignment.Center, VerticalAlignment.Middle, ThemeColors.On(bar.Color(data)), LabelSize);
        }

        if (bars.Any(b => b.To < b.From))
            return;
        foreach (var stack in bars.GroupBy(b => b.Label).Where(g => g.Count() > 1))
        {
            var total = NumberText.Value(stack.Max(b => b.To), data.Options);
            if (context.Width(total, LabelSize, ChartText.Bold) <= width + 16)
            {
                var at = new ScreenPoint(places.Transform(stack.Key), values.Transform(stack.Max(b => b.To)) - 2);
                PlotFrame.Text(context, at, total, HorizontalAlignment.Center, VerticalAlignment.Bottom, ThemeColor.Ink, LabelSize, ChartText.Bold);
            }
        }
    }
}
