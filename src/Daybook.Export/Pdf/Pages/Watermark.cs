using Daybook.Pdf;

namespace Daybook.Export.Pdf;

/// <summary>A text across the page, behind its content and pale enough to read through.</summary>
internal static class Watermark
{
    private const double Strength = 0.09;

    /// <summary>Of the page's diagonal.</summary>
    private const double Length = 0.62;

    private const double Largest = 130;

    private const int LongestText = 60;

    public static void Draw(PdfSetting setting, PageDrawing drawing)
    {
        if (setting.Options.Watermark is not { Length: > 0 } given)
            return;
        var text = VisibleText.Cut(VisibleText.Plain(given), LongestText);
        var (width, height) = (drawing.Shape.Width, drawing.Shape.Height);
        var unit = setting.Shaper.Measure(text, setting.Styles.Sans(100, bold: true)) / 100;
        var size = Math.Min(Largest, Math.Sqrt(width * width + height * height) * Length / Math.Max(unit, 0.1));
        var style = setting.Styles.Sans(size, bold: true);
        var block = setting.Shaper.Lay([new TextSpan(text, style, setting.Styles[ThemeColor.Ink])], PdfSetting.OneLine, TextLayoutOptions.Default);
        var canvas = drawing.Canvas;
        using var mark = canvas.MarkArtifact(ArtifactKind.Watermark);
        canvas.Save();
        canvas.Translate(width / 2, height / 2);
        canvas.Rotate(-Math.Atan2(height, width) * 180 / Math.PI);
        canvas.SetFill(setting.Styles[ThemeColor.Ink], Strength);
        var line = block.Lines[0];
        canvas.DrawLine(line, -block.Width / 2, size * style.Face.CapHeight / 2 - line.Baseline);
        canvas.Restore();
    }
}
