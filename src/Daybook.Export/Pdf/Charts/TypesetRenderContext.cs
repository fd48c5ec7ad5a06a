using Daybook.Export.Charts;
using Daybook.Pdf;
using OxyPlot;

namespace Daybook.Export.Pdf;

/// <summary>Sets the text of charts with the fonts of the page, and measures it with the same fonts. Units are those of the chart.</summary>
internal abstract class TypesetRenderContext(PdfStyles styles, TextShaper shaper) : ClippingRenderContext
{
    /// <summary>Of the line box, from its top: where letters stand.</summary>
    private const double Baseline = 0.95;

    /// <summary>Of the text size: half the height of a capital.</summary>
    private const double HalfCapital = 0.36;

    private static readonly TextLayoutOptions Lines = new() { LineHeight = ChartText.LineHeight, Direction = null };

    public sealed override void DrawText(
        ScreenPoint p, string text, OxyColor fill, string fontFamily, double fontSize, double fontWeight, double rotation,
        HorizontalAlignment horizontalAlignment, VerticalAlignment verticalAlignment, OxySize? maxSize)
    {
        if (string.IsNullOrWhiteSpace(text))
            return;
        BeginText(p, rotation);
        var lines = text.Split('\n');
        var lineHeight = fontSize * ChartText.LineHeight;
        var y = verticalAlignment switch
        {
            VerticalAlignment.Top => fontSize * Baseline,
            VerticalAlignment.Middle => fontSize * HalfCapital - (lines.Length - 1) * lineHeight / 2,
            VerticalAlignment.Bottom => fontSize * (Baseline - ChartText.LineHeight) - (lines.Length - 1) * lineHeight,
            _ => throw new ArgumentOutOfRangeException(nameof(verticalAlignment), verticalAlignment, null),
        };
        foreach (var line in lines)
        {
            Line(line, StyleOf(fontSize, fontWeight), ColorOf(fill), horizontalAlignment, y);
            y += lineHeight;
        }

        EndText();
    }

    public sealed override OxySize MeasureText(string text, string fontFamily, double fontSize, double fontWeight)
    {
        if (string.IsNullOrEmpty(text))
            return OxySize.Empty;
        var (width, lines) = (0.0, 0);
        foreach (var line in text.Split('\n'))
        {
            width = Math.Max(width, shaper.Measure(VisibleText.Plain(line), StyleOf(fontSize, fontWeight)));
            lines++;
        }

        return new OxySize(width, lines * fontSize * ChartText.LineHeight);
    }

    /// <summary>Axes enclose their values, so nothing is drawn outside.</summary>
    protected sealed override void SetClip(OxyRect clippingRectangle)
    {
    }

    protected sealed override void ResetClip()
    {
    }

    /// <summary>The colour of the theme that an ink stands for.</summary>
    protected PdfColor ColorOf(OxyColor ink) => styles[ChartInk.Role(ink)];

    /// <summary>Makes a point the origin of what is drawn until <see cref="EndText"/>.</summary>
    /// <param name="rotation">Clockwise, in degrees.</param>
    protected abstract void BeginText(ScreenPoint origin, double rotation);

    protected abstract void DrawLine(TextLine line, double x, double y);

    protected abstract void EndText();

    private TextStyle StyleOf(double size, double weight) => styles.Sans(size, weight >= ChartText.Bold);

    private void Line(string text, TextStyle style, PdfColor color, HorizontalAlignment alignment, double baseline)
    {
        var block = shaper.Lay([new TextSpan(VisibleText.Plain(text), style, color)], PdfSetting.OneLine, Lines);
        if (block.Lines.Length == 0)
            return;
        var left = alignment switch
        {
            HorizontalAlignment.Left => 0,
            HorizontalAlignment.Center => -block.Width / 2,
            HorizontalAlignment.Right => -block.Width,
            _ => throw new ArgumentOutOfRangeException(nameof(alignment), alignment, null),
        };
        DrawLine(block.Lines[0], left - block.Lines[0].Left, baseline - block.Lines[0].Baseline);
    }
}
