using System.Collections.Immutable;
using OxyPlot;
using OxyPlot.Annotations;
using OxyPlot.Axes;

namespace Daybook.Export.Charts;

/// <summary>A grid of values in steps of one colour, darker (by day) for more; a missing value is an empty, outlined cell.</summary>
internal static class HeatmapPlot
{
    private const double LabelSize = 12;
    private const double KeyHeight = 26;

    public static ChartDrawing Draw(IRenderContext measure, ChartData data, double width)
    {
        var frame = new PlotFrame(measure, data, width, legend: null);
        ImmutableArray<string> rows = [.. data.Series.Select(s => ChartText.Wrap(measure, s.Label, width * (frame.IsNarrow ? 0.3 : 0.28), 2))];
        var left = rows.Max(r => measure.Width(r)) + 10;
        var slot = (width - left) / data.Labels.Length;
        var columns = CategoryLabels.Fit(measure, data.Labels, slot, mayThin: slot < 15);
        var overhang = columns.Overhang(slot, slot / 2);
        left = Math.Max(left, overhang.Left);
        var rowHeight = rows.Any(r => r.Contains('\n', StringComparison.Ordinal)) ? 38 : Math.Clamp(slot * 0.6, 24, 34);
        var scale = HeatScale.Of(data);

        var places = new LinearAxis { Key = PlotFrame.OtherKey, Position = AxisPosition.Bottom, Minimum = -0.5, Maximum = data.Labels.Length - 0.5, IsAxisVisible = false };
        frame.Model.Axes.Add(places);
        frame.Headroom = KeyHeight;
        var labelled = data.Values.All(v => measure.Width(scale.Text(v), LabelSize) <= slot - 5);
        frame.Sketch(AnnotationLayer.AboveSeries, context =>
        {
            var area = frame.Model.PlotArea;
            scale.DrawKey(context, left, area.Top - KeyHeight - 6, area.Right - left);
            for (var row = 0; row < rows.Length; row++)
            {
                var top = area.Top + row * rowHeight;
                PlotFrame.Text(context, new(0, top + rowHeight / 2), rows[row], HorizontalAlignment.Left, VerticalAlignment.Middle, ThemeColor.Ink);
                for (var column = 0; column < data.Labels.Length; column++)
                {
                    var cell = new OxyRect(
                        new ScreenPoint(places.Transform(column - 0.5), top), new ScreenPoint(places.Transform(column + 0.5), top + rowHeight)).Deflate(Spacing(slot));
                    Cell(context, cell, data.Series[row].Values[column], scale, labelled);
                }
            }

            columns.Draw(context, places, area.Bottom - 4);
        });
        return frame.Finish(left, overhang.Right, columns.Height, rows.Length * rowHeight);
    }

    private static OxyThickness Spacing(double slot) => new(slot > 8 ? 1 : slot * 0.05, 1, slot > 8 ? 1 : slot * 0.05, 1);

    private static void Cell(IRenderContext context, OxyRect cell, double? value, HeatScale scale, bool labelled)
    {
        if (value is not { } number)
        {
            context.DrawRectangle(cell.Deflate(new OxyThickness(0.5)), ChartInk.None, ChartInk.Of(ThemeColor.Rule), 1, EdgeRenderingMode.Automatic);
            if (cell.Width >= 12)
                PlotFrame.Text(context, cell.Center, CellText.NoValue, HorizontalAlignment.Center, VerticalAlignment.Middle, size: LabelSize);
            return;
        }

        var color = scale.Color(number);
        context.DrawRectangle(cell, ChartInk.Of(color), ChartInk.None, 0, EdgeRenderingMode.Automatic);
        if (labelled)
            PlotFrame.Text(context, cell.Center, scale.Text(number), HorizontalAlignment.Center, VerticalAlignment.Middle, ThemeColors.On(color), LabelSize);
    }
}
