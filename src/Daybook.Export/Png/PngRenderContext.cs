using Daybook.Export.Charts;
using Daybook.Export.Pdf;
using Daybook.Pdf;
using OxyPlot;
using SkiaSharp;

namespace Daybook.Export.Png;

/// <summary>Draws charts as dots, with text measured and drawn by the fonts of the theme.</summary>
/// <param name="canvas">Null where text is only measured.</param>
internal sealed class PngRenderContext(PdfStyles styles, TextShaper shaper, SKCanvas? canvas) : ClippingRenderContext
{
    /// <summary>Of the line box, from its top: where letters stand.</summary>
    private const double Baseline = 0.95;

    /// <summary>Of the text size: half the height of a capital.</summary>
    private const double HalfCapital = 0.36;

    private static readonly TextLayoutOptions Lines = new() { LineHeight = ChartText.LineHeight, Direction = null };

    private SKCanvas Canvas => canvas ?? throw new InvalidOperationException("This context only measures.");

    public override void DrawLine(
        IList<ScreenPoint> points, OxyColor stroke, double thickness, EdgeRenderingMode edgeRenderingMode, double[] dashArray, OxyPlot.LineJoin lineJoin)
    {
        if (points.Count < 2)
            return;
        using var path = Path(CrispLine.Of(points, thickness), close: false);
        Paint(OxyColors.Undefined, stroke, thickness, dashArray, lineJoin, paint => Canvas.DrawPath(path, paint));
    }

    public override void DrawPolygon(
        IList<ScreenPoint> points, OxyColor fill, OxyColor stroke, double thickness, EdgeRenderingMode edgeRenderingMode, double[] dashArray, OxyPlot.LineJoin lineJoin)
    {
        if (points.Count < 2)
            return;
        using var path = Path(points, close: true);
        Paint(fill, stroke, thickness, dashArray, lineJoin, paint => Canvas.DrawPath(path, paint));
    }

    public override void DrawRectangle(OxyRect rectangle, OxyColor fill, OxyColor stroke, double thickness, EdgeRenderingMode edgeRenderingMode) =>
        Paint(fill, stroke, thickness, null, OxyPlot.LineJoin.Miter, paint => Canvas.DrawRect(Rectangle(rectangle), paint));

    public override void DrawEllipse(OxyRect extents, OxyColor fill, OxyColor stroke, double thickness, EdgeRenderingMode edgeRenderingMode) =>
        Paint(fill, stroke, thickness, null, OxyPlot.LineJoin.Miter, paint => Canvas.DrawOval(Rectangle(extents), paint));

    public override void DrawText(
        ScreenPoint p, string text, OxyColor fill, string fontFamily, double fontSize, double fontWeight, double rotation,
        HorizontalAlignment horizontalAlignment, VerticalAlignment verticalAlignment, OxySize? maxSize)
    {
        if (string.IsNullOrWhiteSpace(text))
            return;
        Canvas.Save();
        Canvas.Translate((float)p.X, (float)p.Y);
        Canvas.RotateDegrees((float)rotation);
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
            Line(line, StyleOf(fontSize, fontWeight), styles[ChartInk.Role(fill)], horizontalAlignment, y);
            y += lineHeight;
        }

        Canvas.Restore();
    }

    public override OxySize MeasureText(string text, string fontFamily, double fontSize, double fontWeight)
    {
        if (string.IsNullOrEmpty(text))
            return OxySize.Empty;
        var lines = text.Split('\n');
        return new OxySize(lines.Max(line => shaper.Measure(VisibleText.Plain(line), StyleOf(fontSize, fontWeight))), lines.Length * fontSize * ChartText.LineHeight);
    }

    /// <summary>Axes enclose their values, so nothing is drawn outside.</summary>
    protected override void SetClip(OxyRect clippingRectangle)
    {
    }

    protected override void ResetClip()
    {
    }

    private static SKRect Rectangle(OxyRect rectangle) => new((float)rectangle.Left, (float)rectangle.Top, (float)rectangle.Right, (float)rectangle.Bottom);

    private static SKPath Path(IList<ScreenPoint> points, bool close)
    {
        var path = new SKPath();
        path.AddPoly([.. points.Select(point => new SKPoint((float)point.X, (float)point.Y))], close);
        return path;
    }

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
        new PngText(Canvas, styles.Theme).Draw(block.Lines[0], left - block.Lines[0].Left, baseline - block.Lines[0].Baseline);
    }

    private void Paint(OxyColor fill, OxyColor stroke, double thickness, double[]? dashes, OxyPlot.LineJoin join, Action<SKPaint> draw)
    {
        if (fill.IsVisible())
        {
            using var paint = new SKPaint { Color = ColorOf(fill), IsAntialias = true };
            draw(paint);
        }

        if (!stroke.IsVisible() || thickness <= 0)
            return;
        using var line = new SKPaint { Color = ColorOf(stroke), IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = (float)thickness };
        if (join == OxyPlot.LineJoin.Round)
            (line.StrokeJoin, line.StrokeCap) = (SKStrokeJoin.Round, SKStrokeCap.Round);
        using var dash = dashes is { Length: > 0 } ? SKPathEffect.CreateDash([.. dashes.Select(part => (float)(part * thickness))], 0) : null;
        line.PathEffect = dash;
        draw(line);
    }

    private SKColor ColorOf(OxyColor ink)
    {
        var color = styles[ChartInk.Role(ink)];
        return new SKColor(color.R, color.G, color.B, ink.A);
    }
}
