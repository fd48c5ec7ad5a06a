using System.Collections.Immutable;
using Daybook.Documents;
using Daybook.Export.Pdf;
using Daybook.Pdf;
using SkiaSharp;

namespace Daybook.Export.Png;

/// <summary>Metric cards in rows of equal columns, measured. Units are points of paper.</summary>
internal sealed class CardGrid
{
    private const double Gap = 14;

    private const double BarHeight = 2.2;

    private const double PadTop = 7;

    private readonly ImmutableArray<(MetricCard Card, TextBlock Label, ImmutableArray<TextBlock> Lines)[]> _rows;

    private readonly double _width;

    public CardGrid(ImmutableArray<MetricCard> cards, double width, int columns, CardLines lines)
    {
        columns = Math.Clamp(columns, 1, cards.Length);
        _width = (width - (columns - 1) * Gap) / columns;
        _rows = [.. cards.Select(card => (card, lines.Label(card, _width), lines.Of(card, _width).ToImmutableArray())).Chunk(columns)];
        Height = _rows.Sum(Tall) + (_rows.Length - 1) * Gap;
    }

    public double Height { get; }

    public void Draw(SKCanvas canvas, Theme theme)
    {
        var text = new PngText(canvas, theme);
        var top = 0.0;
        foreach (var row in _rows)
        {
            var values = BarHeight + PadTop + row.Max(card => card.Label.Height) + 2;
            for (var i = 0; i < row.Length; i++)
            {
                var left = i * (_width + Gap);
                var color = theme.Light[CardLines.Bar(row[i].Card)];
                using var bar = new SKPaint { Color = new SKColor(color.R, color.G, color.B), IsAntialias = true };
                canvas.DrawRect((float)left, (float)top, (float)_width, (float)BarHeight, bar);
                text.Draw(row[i].Label, left, top + BarHeight + PadTop);
                var y = top + values;
                foreach (var line in row[i].Lines)
                {
                    text.Draw(line, left, y);
                    y += line.Height;
                }
            }

            top += Tall(row) + Gap;
        }
    }

    private static double Tall((MetricCard Card, TextBlock Label, ImmutableArray<TextBlock> Lines)[] row) =>
        BarHeight + PadTop + row.Max(card => card.Label.Height) + 2 + row.Max(card => card.Lines.Sum(line => line.Height)) + 2;
}
