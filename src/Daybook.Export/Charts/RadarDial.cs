using System.Collections.Immutable;
using Daybook.Documents;
using OxyPlot;

namespace Daybook.Export.Charts;

/// <summary>The web of a radar chart: one spoke for each label, one ring for each tick.</summary>
internal sealed class RadarDial(ScreenPoint center, double radius, int spokes, ValueScale scale, ChartOptions options)
{
    public ScreenPoint Center => center;

    /// <summary>A place beyond the end of a spoke.</summary>
    public ScreenPoint Outside(int spoke, double distance) => Arc.At(center, radius + distance, (double)spoke / spokes);

    public void DrawWeb(IRenderContext context)
    {
        for (var i = 0; i < spokes; i++)
            context.DrawLine([center, Outside(i, 0)], ChartInk.Of(ThemeColor.Rule), 1, EdgeRenderingMode.Automatic, null, LineJoin.Miter);
        foreach (var tick in scale.Ticks().Where(t => t > scale.Minimum))
            DrawRing(context, tick, ThemeColor.Rule, dashed: false);
    }

    public void DrawRing(IRenderContext context, double value, ThemeColor color, bool dashed) => context.DrawPolygon(
        [.. Enumerable.Range(0, spokes).Select(i => Place(i, value))], ChartInk.None, ChartInk.Of(color), dashed ? 1.25 : 1, EdgeRenderingMode.Automatic,
        dashed ? [4, 3] : null, LineJoin.Miter);

    /// <summary>Tick labels up the first spoke.</summary>
    public void DrawTicks(IRenderContext context)
    {
        foreach (var tick in scale.Ticks().Where(t => t > scale.Minimum))
            PlotFrame.Text(context, new(center.X + 4, Place(0, tick).Y + 1), NumberText.Tick(tick, scale.Step, options), HorizontalAlignment.Left, VerticalAlignment.Top, size: 11);
    }

    /// <summary>The line through the values; where one is missing, the line and the area are open.</summary>
    public void DrawSeries(IRenderContext context, ImmutableArray<double?> values, SeriesStyle style)
    {
        var ink = ChartInk.Of(style.Color);
        if (values.All(v => v is not null))
        {
            context.DrawPolygon(
                [.. values.Select((v, i) => Place(i, v!.Value))], ChartInk.Of(style.Color, 0.12), ink, 2, EdgeRenderingMode.Automatic, style.Dashes, LineJoin.Round);
        }
        else
        {
            for (var i = 0; i < values.Length; i++)
            {
                var next = (i + 1) % values.Length;
                if (values[i] is { } from && values[next] is { } to)
                    context.DrawLine([Place(i, from), Place(next, to)], ink, 2, EdgeRenderingMode.Automatic, style.Dashes, LineJoin.Round);
            }
        }

        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] is { } value)
                context.DrawMarker(Place(i, value), style.Marker, null, 3.8, ink, ChartInk.Of(ThemeColor.Page), 1, EdgeRenderingMode.Automatic);
        }
    }

    private ScreenPoint Place(int spoke, double value) =>
        Arc.At(center, radius * (value - scale.Minimum) / (scale.Maximum - scale.Minimum), (double)spoke / spokes);
}
