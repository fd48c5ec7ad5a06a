using Daybook.Documents;
using OxyPlot;

namespace Daybook.Export.Charts;

/// <summary>Names of thresholds above a plot whose values run from left to right; each takes the first row where it has room.</summary>
internal sealed class TopLabels
{
    private const double RowHeight = 17;

    private readonly List<(double X, int Row, string Text, ThemeColor Color)> _labels = [];
    private readonly int _rows;

    public TopLabels(IRenderContext measure, IEnumerable<ChartThreshold> thresholds, ChartOptions options, Func<double, double> place, double width)
    {
        var ends = new List<double>();
        foreach (var threshold in thresholds)
        {
            var text = ChartText.Cut(measure, Thresholds.Label(threshold, options), width / 2);
            var half = measure.Width(text) / 2;
            var x = Math.Clamp(place(threshold.Value), half, width - half);
            var row = ends.FindIndex(end => end <= x - half - 8);
            if (row < 0)
            {
                row = ends.Count;
                ends.Add(0);
            }

            ends[row] = x + half;
            _labels.Add((x, row, text, Thresholds.TextColor(threshold)));
        }

        _rows = ends.Count;
    }

    public double Height => _rows * RowHeight;

    public void Draw(IRenderContext context, double plotTop)
    {
        foreach (var (x, row, text, color) in _labels)
            PlotFrame.Text(context, new(x, plotTop - 2 - row * RowHeight), text, HorizontalAlignment.Center, VerticalAlignment.Bottom, color);
    }
}
