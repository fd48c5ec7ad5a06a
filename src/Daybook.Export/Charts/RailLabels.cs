using OxyPlot;

namespace Daybook.Export.Charts;

/// <summary>Names at the right end of lines, moved apart where they would overlap.</summary>
internal sealed class RailLabels(IRenderContext measure, double width)
{
    private const double LineHeight = 16;
    private const double Indent = 10;

    private readonly List<(double Value, string Text, ThemeColor Color, bool Strong)> _labels = [];

    /// <summary>Space the labels need to the right of the plot.</summary>
    public double Width => _labels.Count == 0 ? 0 : Indent + 4 + _labels.Max(l => measure.Width(l.Text, weight: Weight(l.Strong)));

    public void Add(double value, string text, ThemeColor color, bool strong) =>
        _labels.Add((value, Fit(text, strong), color, strong));

    /// <param name="place">From a value to its y.</param>
    public void Draw(IRenderContext context, double left, double top, double bottom, Func<double, double> place)
    {
        var ordered = _labels.Select(l => (Label: l, Y: place(l.Value))).OrderBy(l => l.Y).ToList();
        var places = ordered.Select(l => l.Y).ToArray();
        var heights = ordered.Select(l => LineHeight * l.Label.Text.AsSpan().Count('\n') + LineHeight).ToArray();
        for (var i = 1; i < places.Length; i++)
            places[i] = Math.Max(places[i], places[i - 1] + (heights[i - 1] + heights[i]) / 2);
        for (var i = places.Length - 1; i >= 0; i--)
            places[i] = Math.Min(places[i], i == places.Length - 1 ? bottom + 6 : places[i + 1] - (heights[i] + heights[i + 1]) / 2);
        for (var i = 0; i < places.Length; i++)
        {
            var (label, wanted) = ordered[i];
            if (Math.Abs(wanted - places[i]) > 3)
                context.DrawLine([new(left + 3, wanted), new(left + Indent - 2, places[i])], ChartInk.Of(ThemeColor.RuleStrong), 1, EdgeRenderingMode.Automatic, null, LineJoin.Miter);
            PlotFrame.Text(
                context, new(left + Indent, places[i]), label.Text, HorizontalAlignment.Left, VerticalAlignment.Middle, label.Color, weight: Weight(label.Strong));
        }
    }

    private static double Weight(bool strong) => strong ? ChartText.Bold : ChartText.Regular;

    /// <summary>The figure at the end of a label goes to a line of its own before anything is cut.</summary>
    private string Fit(string text, bool strong) => ChartText.Wrap(measure, text, strong ? width * 0.9 : width, 2);
}
