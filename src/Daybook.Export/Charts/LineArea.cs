using System.Collections.Immutable;
using OxyPlot;
using OxyPlot.Annotations;
using OxyPlot.Axes;

namespace Daybook.Export.Charts;

/// <summary>The tinted area between a line and its base; open where values are missing.</summary>
internal static class LineArea
{
    public static void Add(PlotFrame frame, ImmutableArray<double?> values, ThemeColor color, Axis places, Axis scale, double from) =>
        frame.Sketch(AnnotationLayer.BelowSeries, context =>
        {
            var run = new List<ScreenPoint>();
            for (var i = 0; i <= values.Length; i++)
            {
                if (i < values.Length && values[i] is { } value)
                {
                    run.Add(new(places.Transform(i), scale.Transform(value)));
                    continue;
                }

                if (run.Count > 1)
                {
                    var y = scale.Transform(from);
                    context.DrawPolygon(
                        [new(run[0].X, y), .. run, new(run[^1].X, y)], ChartInk.Of(color, 0.14), ChartInk.None, 0, EdgeRenderingMode.Automatic, null, LineJoin.Miter);
                }

                run.Clear();
            }
        });
}
