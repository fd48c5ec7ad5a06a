using System.Collections.Immutable;
using System.Globalization;
using Daybook.Documents;
using OxyPlot;
using OxyPlot.Annotations;

namespace Daybook.Export.Charts;

/// <summary>Shares of a whole as a disc or a ring, with names, values and shares in a list beside it.</summary>
internal static class PiePlot
{
    /// <summary>More would repeat a colour.</summary>
    private const int MostSlices = ThemeColors.SeriesCount + 1;

    private const double RowHeight = 26;

    public static ChartDrawing Draw(IRenderContext measure, ChartData data, double width)
    {
        var slices = Slices(data);
        var total = slices.Sum(s => s.Value);
        var frame = new PlotFrame(measure, data, width, legend: null);
        var radius = frame.IsNarrow ? 92 : 112;
        var listHeight = slices.Length * RowHeight;
        var plotHeight = frame.IsNarrow ? 2 * radius + 24 + listHeight : Math.Max(2 * radius + 4, listHeight);
        var inner = data.Type == ChartType.Doughnut ? radius * 0.62 : 0;
        frame.Sketch(AnnotationLayer.AboveSeries, context =>
        {
            var top = frame.Model.PlotArea.Top;
            var center = frame.IsNarrow ? new ScreenPoint(width / 2, top + radius) : new ScreenPoint(radius + 24, top + plotHeight / 2);
            Disc(context, slices, total, center, radius, inner);
            if (inner > 0)
                Total(context, data, total, center, inner);
            var listTop = frame.IsNarrow ? top + 2 * radius + 24 : top + (plotHeight - listHeight) / 2;
            List(context, data, slices, total, frame.IsNarrow ? 0 : 2 * radius + 84, listTop, Math.Min(width, frame.IsNarrow ? width : 760));
        });
        return frame.Finish(0, 0, 0, plotHeight, xTitleBelow: false);
    }

    /// <summary>The slices in their order; the smallest ones beyond the limit are put together.</summary>
    private static ImmutableArray<Slice> Slices(ChartData data)
    {
        var all = data.Labels
            .Select((label, i) => new Slice(label, data.Series[0].Values[i] ?? 0, SeriesStyle.ColorOfLabel(data, i, varied: true)))
            .Where(s => s.Value > 0).ToImmutableArray();
        if (all.Length <= MostSlices)
            return all;
        var kept = all.OrderByDescending(s => s.Value).Take(MostSlices - 1).ToHashSet();
        var rest = all.Where(s => !kept.Contains(s)).ToList();
        return
        [
            .. all.Where(kept.Contains).Select((s, i) => data.Options.LabelSeverities.IsEmpty ? s with { Color = ThemeColors.Series(i) } : s),
            new Slice(string.Create(CultureInfo.InvariantCulture, $"{rest.Count} others"), rest.Sum(s => s.Value), ThemeColor.RuleStrong),
        ];
    }

    private static void Disc(IRenderContext context, ImmutableArray<Slice> slices, double total, ScreenPoint center, double radius, double inner)
    {
        var from = 0.0;
        foreach (var slice in slices)
        {
            var to = from + slice.Value / total;
            // A whole disc is two halves: a path from a point to itself would be empty.
            foreach (var (start, end) in to - from > 0.999 ? new[] { (0.0, 0.5), (0.5, 1.0) } : [(from, to)])
            {
                context.DrawPolygon(
                    Arc.Slice(center, inner, radius, start, end), ChartInk.Of(slice.Color), ChartInk.Of(slices.Length == 1 ? slice.Color : ThemeColor.Page),
                    slices.Length == 1 ? 0 : 1.5, EdgeRenderingMode.Automatic, null, LineJoin.Miter);
            }

            from = to;
        }
    }

    private static void Total(IRenderContext context, ChartData data, double total, ScreenPoint center, double inner)
    {
        var text = NumberText.Value(total, data.Options);
        var size = Math.Min(28, 28 * (inner * 1.6) / Math.Max(1, context.Width(text, 28, ChartText.Bold)));
        PlotFrame.Text(context, new(center.X, center.Y - 6), text, HorizontalAlignment.Center, VerticalAlignment.Middle, ThemeColor.Ink, size, ChartText.Bold);
        PlotFrame.Text(context, new(center.X, center.Y + 16), "total", HorizontalAlignment.Center, VerticalAlignment.Middle);
    }

    private static void List(IRenderContext context, ChartData data, ImmutableArray<Slice> slices, double total, double left, double top, double right)
    {
        const double shareWidth = 62;
        var values = slices.Select(s => NumberText.Value(s.Value, data.Options)).ToList();
        var valueWidth = values.Max(v => context.Width(v, weight: ChartText.Bold)) + 12;
        var names = right - left - 20 - valueWidth - shareWidth;
        // The figures stand close to the longest name: a wide gap would have to be crossed by the eye.
        var nameWidth = Math.Min(names, slices.Max(s => context.Width(s.Label)) + 24);
        for (var i = 0; i < slices.Length; i++)
        {
            var y = top + (i + 0.5) * RowHeight;
            context.DrawRectangle(new OxyRect(left, y - 6, 12, 12), ChartInk.Of(slices[i].Color), ChartInk.None, 0, EdgeRenderingMode.Automatic);
            PlotFrame.Text(context, new(left + 20, y), ChartText.Cut(context, slices[i].Label, nameWidth), HorizontalAlignment.Left, VerticalAlignment.Middle, ThemeColor.Ink);
            var end = left + 20 + nameWidth + valueWidth;
            PlotFrame.Text(context, new(end, y), values[i], HorizontalAlignment.Right, VerticalAlignment.Middle, ThemeColor.Ink, weight: ChartText.Bold);
            var share = NumberText.Share(100 * slices[i].Value / total, data.Options);
            if (data.Options.Unit != "%")
                PlotFrame.Text(context, new(end + shareWidth, y), share, HorizontalAlignment.Right, VerticalAlignment.Middle);
        }
    }

    private sealed record Slice(string Label, double Value, ThemeColor Color);
}
