using Daybook.Documents;
using OxyPlot;
using OxyPlot.Annotations;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace Daybook.Export.Charts;

/// <summary>Lines, with or without the area below them, over labels in order. Missing values break the line.</summary>
internal static class LinePlot
{
    private const double LineWidth = 2;
    private const int MostDirectLabels = 4;

    public static ChartDrawing Draw(IRenderContext measure, ChartData data, double width)
    {
        var styles = data.Series.Select((_, i) => SeriesStyle.Of(data, i)).ToList();
        var direct = width >= 500 && data.Series.Length is > 1 and <= MostDirectLabels;
        var named = data.Series.Length > 1 && !direct;
        var legend = named ? new LegendRows(measure, data.Series.Select((s, i) => (s.Label, styles[i])), width, LegendMark.Line) : null;
        var frame = new PlotFrame(measure, data, width, legend);
        var filled = data.Type == ChartType.Area;
        var thresholds = Thresholds.Of(data);
        var scale = ValueScale.Enclosing(
            data.Values.Concat(thresholds.Select(t => t.Value)), fromZero: filled, data.Options.Minimum, data.Options.Maximum, ticks: frame.IsNarrow ? 4 : 5);

        var values = frame.AddValueAxis(AxisPosition.Left, scale, data.Options);
        var last = data.Labels.Length - 1;
        var edge = last == 0 ? 1 : last * 0.015;
        var places = new LinearAxis { Key = PlotFrame.OtherKey, Position = AxisPosition.Bottom, Minimum = -edge, Maximum = last + edge, IsAxisVisible = false };
        frame.Model.Axes.Add(places);
        for (var i = 0; i < data.Series.Length; i++)
        {
            if (filled)
                LineArea.Add(frame, data.Series[i].Values, styles[i].Color, places, values, Math.Clamp(0, scale.Minimum, scale.Maximum));
            AddLine(frame.Model, data, i, styles[i]);
        }

        Thresholds.AddLines(frame, thresholds, values);
        var rail = Rail(frame, data, thresholds, direct);
        var (left, right) = (frame.TickWidth(scale) + 8, Math.Max(rail.Width, 8));
        var slot = (width - left - right) / Math.Max(1, last + 2 * edge);
        var labels = CategoryLabels.Fit(measure, data.Labels, slot, mayThin: true);
        var overhang = labels.Overhang(slot, edge * slot);
        frame.Sketch(AnnotationLayer.AboveSeries, context =>
        {
            var area = frame.Model.PlotArea;
            labels.Draw(context, places, area.Bottom);
            rail.Draw(context, area.Right, area.Top, area.Bottom, values.Transform);
        });
        if (scale.Minimum <= 0 && scale.Maximum >= 0)
            frame.Sketch(AnnotationLayer.BelowSeries, context => Baseline(context, frame.Model.PlotArea, values.Transform(0)));
        return frame.Finish(Math.Max(left, overhang.Left), Math.Max(right, overhang.Right), labels.Height, frame.IsNarrow ? 190 : 250);
    }

    public static void Baseline(IRenderContext context, OxyRect area, double y) => context.DrawLine(
        [new(area.Left, y), new(area.Right, y)], ChartInk.Of(ThemeColor.RuleStrong), 1, EdgeRenderingMode.Automatic, null, LineJoin.Miter);

    private static void AddLine(PlotModel model, ChartData data, int index, SeriesStyle style)
    {
        var points = data.Series[index].Values;
        var line = new LineSeries
        {
            XAxisKey = PlotFrame.OtherKey,
            YAxisKey = PlotFrame.ValueKey,
            Color = ChartInk.Of(style.Color),
            StrokeThickness = LineWidth,
            Dashes = style.Dashes,
            LineJoin = LineJoin.Round,
        };
        for (var i = 0; i < points.Length; i++)
            line.Points.Add(new DataPoint(i, points[i] ?? double.NaN));
        var markers = new ScatterSeries
        {
            XAxisKey = PlotFrame.OtherKey,
            YAxisKey = PlotFrame.ValueKey,
            MarkerType = style.Marker,
            MarkerSize = style.Marker == MarkerType.Circle ? 3.5 : 3.8,
            MarkerFill = ChartInk.Of(style.Color),
            MarkerStroke = ChartInk.Of(ThemeColor.Page),
            MarkerStrokeThickness = 1,
        };
        foreach (var i in LineMarkers.Places(points, index, data.Series.Length))
            markers.Points.Add(new ScatterPoint(i, points[i]!.Value));
        model.Series.Add(line);
        model.Series.Add(markers);
    }

    private static RailLabels Rail(PlotFrame frame, ChartData data, IReadOnlyList<ChartThreshold> thresholds, bool direct)
    {
        var rail = new RailLabels(frame.Measure, frame.Width * (frame.IsNarrow ? 0.22 : 0.24));
        foreach (var threshold in thresholds)
            rail.Add(threshold.Value, Thresholds.Label(threshold, data.Options), Thresholds.TextColor(threshold), strong: false);
        if (!direct && data.Series.Length > 1)
            return rail;
        foreach (var series in data.Series)
        {
            if (series.Values.LastOrDefault(v => v is not null) is not { } end)
                continue;
            // The value stands beside the name only where it is the newest; elsewhere it would be read as such.
            var value = series.Values[^1] is null ? "" : NumberText.Value(end, data.Options);
            rail.Add(end, direct ? $"{series.Label} {value}".TrimEnd() : value, ThemeColor.Ink, strong: true);
        }

        return rail;
    }
}
