using System.Globalization;
using Daybook.Documents;
using OxyPlot;
using OxyPlot.Annotations;
using OxyPlot.Axes;

namespace Daybook.Export.Charts;

/// <summary>Events one below the other, each with its time on a common axis.</summary>
internal static class TimelinePlot
{
    private const double LabelSize = 12;
    private const double Slot = 28;
    private const double Dot = 5;
    private const double Day = 86_400;

    private const string DateFormat = "yyyy-MM-dd";

    /// <summary>Distances of ticks that people read at a glance, in seconds.</summary>
    private static readonly double[] Steps =
        [1, 5, 15, 30, 60, 300, 900, 1800, 3600, 3 * 3600, 6 * 3600, 12 * 3600, Day, 2 * Day, 7 * Day, 14 * Day, 28 * Day, 91 * Day, 182 * Day, 365 * Day];

    public static ChartDrawing Draw(IRenderContext measure, ChartData data, double width)
    {
        var legend = new LegendRows(measure, data.Series.Length > 1 ? [.. data.Series.Select((lane, i) => (lane.Label, Style(data, i)))] : [], width, LegendMark.Point);
        var frame = new PlotFrame(measure, data, width, legend);
        var scale = ScaleOf([.. data.Values], frame.IsNarrow ? 3 : 6);
        var withTime = scale.Step < Day;
        var isOneDay = TimelineTime.TimeOf(scale.Minimum).Date == TimelineTime.TimeOf(scale.Maximum - 1).Date;
        var locale = DocumentLocale.Find(data.Options.Locale);
        var format = !withTime ? DateFormat : isOneDay ? scale.Step < 60 ? "HH:mm:ss" : "HH:mm" : "MM-dd HH:mm";
        string[] names = [.. data.Labels.Select(label => ChartText.Wrap(measure, label, width * (frame.IsNarrow ? 0.4 : 0.45), 2))];
        var slot = names.Any(name => name.Contains('\n', StringComparison.Ordinal)) ? Slot + 10 : Slot;
        var half = measure.Width(Text(scale.Maximum, format, locale), LabelSize) / 2 + 4;
        var left = names.Max(name => measure.Width(name)) + 14;

        var times = frame.AddValueAxis(AxisPosition.Bottom, scale, data.Options);
        times.LabelFormatter = value => Text(value, format, locale);
        var places = new LinearAxis
        {
            Key = PlotFrame.OtherKey, Position = AxisPosition.Left, Minimum = -0.5, Maximum = names.Length - 0.5, StartPosition = 1, EndPosition = 0, IsAxisVisible = false,
        };
        frame.Model.Axes.Add(places);
        frame.Sketch(AnnotationLayer.AboveSeries, context =>
        {
            for (var i = 0; i < names.Length; i++)
                PlotFrame.Text(context, new(0, places.Transform(i)), names[i], HorizontalAlignment.Left, VerticalAlignment.Middle, ThemeColor.Ink);
            for (var lane = 0; lane < data.Series.Length; lane++)
                Events(context, frame, data, lane, times, places);
        });
        return frame.Finish(left, Math.Max(half, 12), 24, slot * names.Length);
    }

    private static SeriesStyle Style(ChartData data, int lane) => SeriesStyle.Of(data, lane) with { Marker = MarkerType.Circle };

    private static void Events(IRenderContext context, PlotFrame frame, ChartData data, int lane, Axis times, Axis places)
    {
        var (area, color) = (frame.Model.PlotArea, SeriesStyle.ColorOf(data, lane));
        for (var i = 0; i < data.Labels.Length; i++)
        {
            if (data.Series[lane].Values[i] is not { } time)
                continue;
            var at = new ScreenPoint(times.Transform(time), places.Transform(i));
            context.DrawLine([new(area.Left, at.Y), at], ChartInk.Of(ThemeColor.Rule), 1, EdgeRenderingMode.Automatic, null, LineJoin.Miter);
            context.DrawEllipse(new OxyRect(at.X - Dot, at.Y - Dot, 2 * Dot, 2 * Dot), ChartInk.Of(color), ChartInk.Of(ThemeColor.Page), 1, EdgeRenderingMode.Automatic);
            var label = Text(time, time % Day == 0 ? DateFormat : "HH:mm", DocumentLocale.Find(data.Options.Locale));
            var fits = at.X + Dot + 4 + context.Width(label, LabelSize) <= area.Right + 10;
            PlotFrame.Text(
                context, new(at.X + (fits ? Dot + 4 : -Dot - 4), at.Y), label, fits ? HorizontalAlignment.Left : HorizontalAlignment.Right, VerticalAlignment.Middle, ThemeColor.Muted, LabelSize);
        }
    }

    /// <summary>From the tick before the first event to the tick after the last.</summary>
    private static ValueScale ScaleOf(IReadOnlyCollection<double> times, int ticks)
    {
        var (first, last) = (times.Min(), times.Max());
        var step = Steps.FirstOrDefault(step => (last - first) / step <= ticks, Math.Ceiling((last - first) / ticks / (365 * Day)) * 365 * Day);
        var (low, high) = (Math.Floor(first / step) * step, Math.Ceiling(last / step) * step);
        return new ValueScale(low, high > low ? high : low + step, step);
    }

    private static string Text(double seconds, string format, DocumentLocale? locale)
    {
        if (!TimelineTime.IsTime(seconds))
            return "";
        var time = TimelineTime.TimeOf(seconds);
        return locale is null || !format.Contains('d', StringComparison.Ordinal) ? time.ToString(format, CultureInfo.InvariantCulture)
            : format == DateFormat ? locale.Date(DateOnly.FromDateTime(time))
            : $"{locale.DayAndMonth(DateOnly.FromDateTime(time))} {time.ToString("HH:mm", CultureInfo.InvariantCulture)}";
    }
}
