using OxyPlot;

namespace Daybook.Export.Charts;

/// <summary>The key of a chart: a mark and a name for each series, in rows across the chart.</summary>
internal sealed class LegendRows
{
    private const double RowHeight = 20;
    private const double Gap = 20;

    private readonly List<(double X, double Y, string Text, SeriesStyle Style)> _items = [];
    private readonly LegendMark _mark;

    public LegendRows(IRenderContext measure, IEnumerable<(string Name, SeriesStyle Style)> series, double width, LegendMark mark)
    {
        _mark = mark;
        var (x, y) = (0.0, 0.0);
        foreach (var (name, style) in series)
        {
            var text = ChartText.Cut(measure, name, Math.Min(width - MarkWidth, 260));
            var needed = MarkWidth + measure.Width(text);
            if (x > 0 && x + needed > width)
                (x, y) = (0, y + RowHeight);
            _items.Add((x, y, text, style));
            x += needed + Gap;
        }

        Height = _items.Count == 0 ? 0 : y + RowHeight;
    }

    public double Height { get; }

    private double MarkWidth => _mark == LegendMark.Line ? 28 : 18;

    public void Draw(IRenderContext context, double left, double top)
    {
        foreach (var (x, y, text, style) in _items)
        {
            var middle = top + y + 7;
            Mark(context, left + x, middle, style);
            context.DrawText(
                new ScreenPoint(left + x + MarkWidth, middle), text, ChartInk.Of(ThemeColor.Ink), ChartText.Family, ChartText.Size, ChartText.Regular, 0,
                HorizontalAlignment.Left, VerticalAlignment.Middle);
        }
    }

    private void Mark(IRenderContext context, double x, double y, SeriesStyle style)
    {
        var ink = ChartInk.Of(style.Color);
        if (_mark == LegendMark.Square)
        {
            context.DrawRectangle(new OxyRect(x, y - 6, 12, 12), ink, ChartInk.None, 0, EdgeRenderingMode.Automatic);
            return;
        }

        var middle = x + 6;
        if (_mark == LegendMark.Line)
        {
            context.DrawLine([new(x, y), new(x + 20, y)], ink, 2, EdgeRenderingMode.Automatic, style.Dashes, LineJoin.Miter);
            middle = x + 10;
        }

        context.DrawMarker(new ScreenPoint(middle, y), style.Marker, null, 4, ink, ChartInk.None, 0, EdgeRenderingMode.Automatic);
    }
}
