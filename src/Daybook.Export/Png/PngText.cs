using Daybook.Documents;
using Daybook.Export.Pdf;
using Daybook.Pdf;
using SkiaSharp;

namespace Daybook.Export.Png;

/// <summary>Draws lines of text, glyph by glyph as they were measured.</summary>
internal sealed class PngText(SKCanvas canvas, Theme theme)
{
    public void Draw(TextBlock block, double left, double top)
    {
        foreach (var line in block.Lines)
            Draw(line, left, top);
    }

    /// <summary>Draws a line where it is in its block, the block's top left corner being at the given place.</summary>
    public void Draw(TextLine line, double left, double top)
    {
        foreach (var piece in line.Pieces)
        {
            if (piece.Tag is BadgeTag badge)
                Badge(line, piece, badge.Severity, left, top);
            Draw(line, piece, left, top);
        }
    }

    private void Draw(TextLine line, TextPiece piece, double left, double top)
    {
        var (span, baseline) = (piece.Span, top + line.Baseline);
        var (size, face) = (span.Style.Size, span.Style.Face);
        if (span.Background is { } background)
        {
            using var ground = Paint(background);
            canvas.DrawRect((float)(left + piece.Left), (float)(baseline - face.Ascent * size), (float)piece.Width, (float)((face.Ascent - face.Descent) * size), ground);
        }

        using var ink = Paint(span.Color);
        foreach (var run in Runs(PlacedGlyph.Of(piece)))
            Draw(run, size, left, baseline, ink);
    }

    private void Draw(List<PlacedGlyph> run, double size, double left, double baseline, SKPaint ink)
    {
        using var font = new SKFont(PngTypefaces.Of(run[0].Face), (float)size)
        {
            Edging = SKFontEdging.Antialias, Hinting = SKFontHinting.None, Subpixel = true, LinearMetrics = true,
        };
        using var builder = new SKTextBlobBuilder();
        builder.AddPositionedRun(
            [.. run.Select(glyph => glyph.Id)], font, [.. run.Select(glyph => new SKPoint((float)(left + glyph.X), (float)(baseline - glyph.Rise)))]);
        using var text = builder.Build();
        if (text is not null)
            canvas.DrawText(text, 0, 0, ink);
    }

    private static IEnumerable<List<PlacedGlyph>> Runs(IEnumerable<PlacedGlyph> glyphs)
    {
        List<PlacedGlyph> run = [];
        foreach (var glyph in glyphs)
        {
            if (run.Count > 0 && !ReferenceEquals(run[0].Face, glyph.Face))
            {
                yield return run;
                run = [];
            }

            run.Add(glyph);
        }

        if (run.Count > 0)
            yield return run;
    }

    private void Badge(TextLine line, TextPiece piece, Severity severity, double left, double top)
    {
        var size = piece.Span.Style.Size;
        var middle = top + line.Baseline - piece.Span.Style.Face.CapHeight * size / 2;
        var height = size * 1.42;
        using var tint = Paint(theme.Light[ThemeColors.Tint(severity)]);
        canvas.DrawRoundRect((float)(left + piece.Left), (float)(middle - height / 2), (float)piece.Width, (float)height, 2.5f, 2.5f, tint);
        Mark(severity, left + piece.Left + size * 0.68, middle, size * 0.27);
    }

    private void Mark(Severity severity, double x, double y, double half)
    {
        var shape = SeverityShape.Of(severity);
        using var paint = Paint(theme.Light[ThemeColors.Solid(severity)]);
        if (shape.Ring is { } ring)
            (paint.Style, paint.StrokeWidth) = (SKPaintStyle.Stroke, (float)(ring * half));
        if (shape.Corners.IsEmpty)
        {
            canvas.DrawCircle((float)x, (float)y, (float)(half * shape.Radius), paint);
            return;
        }

        using var path = new SKPath();
        path.AddPoly([.. shape.Corners.Select(corner => new SKPoint((float)(x + corner.X * half), (float)(y + corner.Y * half)))], close: true);
        canvas.DrawPath(path, paint);
    }

    private static SKPaint Paint(PdfColor color) => new() { Color = new SKColor(color.R, color.G, color.B), IsAntialias = true };

    private static SKPaint Paint(Rgb color) => new() { Color = new SKColor(color.R, color.G, color.B), IsAntialias = true };
}
