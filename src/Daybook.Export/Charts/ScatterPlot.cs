using OxyPlot;
using OxyPlot.Annotations;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace Daybook.Export.Charts;

/// <summary>Points by two values.</summary>
internal static class ScatterPlot
{
    /// <summary>Above this many, points that fall on each other are drawn once.</summary>
    private const int ManyPoints = 1500;

    public static ChartDrawing Draw(IRenderContext measure, ChartData data, double width)
    {
        var styles = data.Series.Select((_, i) => SeriesStyle.Of(data, i)).ToList();
        var legend = data.Series.Length > 1 ? new LegendRows(measure, data.Series.Select((s, i) => (s.Label, styles[i])), width, LegendMark.Point) : null;
        var frame = new PlotFrame(measure, data, width, legend);
        var thresholds = Thresholds.Of(data);
        var scale = ValueScale.Enclosing(
            data.Values.Concat(thresholds.Select(t => t.Value)), fromZero: false, data.Options.Minimum, data.Options.Maximum, ticks: frame.IsNarrow ? 4 : 5);
        var across = ValueScale.Enclosing(data.Series.SelectMany(s => s.XValues), fromZero: false, null, null, ticks: frame.IsNarrow ? 4 : 7);
        var values = frame.AddValueAxis(AxisPosition.Left, scale, data.Options);
        var places = frame.AddValueAxis(AxisPosition.Bottom, across, data.Options with { Unit = null });
        places.Key = PlotFrame.OtherKey;
        places.MajorGridlineStyle = LineStyle.None;
        places.AxislineStyle = LineStyle.Solid;
        places.AxislineColor = ChartInk.Of(ThemeColor.RuleStrong);
        for (var i = 0; i < data.Series.Length; i++)
        {
            var points = new ScatterSeries
            {
                XAxisKey = PlotFrame.OtherKey,
                YAxisKey = PlotFrame.ValueKey,
                MarkerType = styles[i].Marker,
                MarkerSize = 4,
                MarkerFill = ChartInk.Of(styles[i].Color, 0.85),
                MarkerStroke = ChartInk.Of(ThemeColor.Page),
                MarkerStrokeThickness = 0.75,
                BinSize = data.Series[i].Values.Length > ManyPoints ? 3 : 0,
            };
            for (var j = 0; j < data.Series[i].XValues.Length; j++)
                points.Points.Add(new ScatterPoint(data.Series[i].XValues[j], data.Series[i].Values[j]!.Value));
            frame.Model.Series.Add(points);
        }

        Thresholds.AddLines(frame, thresholds, values);
        var rail = new RailLabels(measure, width * 0.22);
        foreach (var threshold in thresholds)
            rail.Add(threshold.Value, Thresholds.Label(threshold, data.Options), Thresholds.TextColor(threshold), strong: false);
        frame.Sketch(AnnotationLayer.AboveSeries, context =>
            rail.Draw(context, frame.Model.PlotArea.Right, frame.Model.PlotArea.Top, frame.Model.PlotArea.Bottom, values.Transform));
        var half = measure.Width(NumberText.Tick(across.Maximum, across.Step, data.Options with { Unit = null })) / 2;
        return frame.Finish(frame.TickWidth(scale) + 8, Math.Max(rail.Width, half + 2), 24, frame.IsNarrow ? 220 : 290);
    }
}
