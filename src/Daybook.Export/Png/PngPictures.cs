using System.Collections.Immutable;
using Daybook.Documents;
using Daybook.Export.Charts;
using Daybook.Export.Pdf;
using Daybook.Export.Png;
using Daybook.Pdf;
using SkiaSharp;

namespace Daybook.Export;

/// <summary>Charts and metric cards as PNG, drawn as pages and web pages draw them, with the fonts of the theme and none of the system.</summary>
public static class PngPictures
{
    /// <summary>CSS pixels to a point of paper, so that text of cards is as large as text of charts.</summary>
    private const double PixelsPerPoint = 1.5;

    /// <param name="width">In CSS pixels.</param>
    /// <param name="scale">Dots to a CSS pixel: 1 or 2.</param>
    /// <param name="withTitle">Whether title and unit stand in the picture, for places that show it alone.</param>
    /// <returns>Null where there is nothing to draw.</returns>
    public static PngPicture? OfChart(Chart chart, int width, int scale, Theme theme, bool withTitle = false)
    {
        var data = ChartData.Of(chart);
        if (data.Nothing is not null)
            return null;
        using var shaper = new TextShaper(ThemeFonts.Of(theme).WithoutSystemFonts());
        var styles = new PdfStyles(theme, shaper.Catalog);
        var head = withTitle ? new ChartHead(chart, width, styles, shaper) : null;
        var inset = head is null ? 0 : ChartHead.Inset;
        var drawing = ChartDrawings.Of(data, width - 2 * inset, new PngRenderContext(styles, shaper, null));
        var top = head?.Height ?? 0;
        var height = (int)Math.Ceiling(top + drawing.Height + inset);
        var alternative = VisibleText.Plain(chart.Title is { Length: > 0 } title ? $"{title}: {chart.AltText}" : chart.AltText);
        return new PngPicture(alternative, width, height, Draw(width, height, scale, theme, canvas =>
        {
            head?.Draw(new PngText(canvas, theme));
            canvas.Translate((float)inset, (float)top);
            drawing.Draw(new PngRenderContext(styles, shaper, canvas));
        }));
    }

    /// <summary>Cards side by side, at most <paramref name="columns"/> in a row.</summary>
    /// <param name="cards">At least one.</param>
    /// <param name="width">In CSS pixels.</param>
    /// <param name="scale">Dots to a CSS pixel: 1 or 2.</param>
    public static PngPicture OfCards(ImmutableArray<MetricCard> cards, int width, int columns, int scale, Theme theme)
    {
        using var shaper = new TextShaper(ThemeFonts.Of(theme).WithoutSystemFonts());
        var grid = new CardGrid(cards, width / PixelsPerPoint, columns, new CardLines(new PdfStyles(theme, shaper.Catalog), shaper));
        var height = (int)Math.Ceiling(grid.Height * PixelsPerPoint);
        var alternative = VisibleText.Plain(string.Join("; ", cards.Select(CardText.Sentence)));
        return new PngPicture(alternative, width, height, Draw(width, height, scale, theme, canvas =>
        {
            canvas.Scale((float)PixelsPerPoint);
            grid.Draw(canvas, theme);
        }));
    }

    private static byte[] Draw(int width, int height, int scale, Theme theme, Action<SKCanvas> draw)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(width * scale, height * scale, SKColorType.Rgba8888, SKAlphaType.Opaque));
        using var canvas = new SKCanvas(bitmap);
        var page = theme.Light[ThemeColor.Page];
        canvas.Clear(new SKColor(page.R, page.G, page.B));
        canvas.Scale(scale);
        draw(canvas);
        canvas.Flush();
        using var pixels = bitmap.PeekPixels();
        return IndexedPng.Write(pixels);
    }
}
