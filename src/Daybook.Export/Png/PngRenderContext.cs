using Daybook.Export.Charts;
using Daybook.Export.Pdf;
using Daybook.Pdf;
using OxyPlot;
using SkiaSharp;

namespace Daybook.Export.Png;

/// <summary>Draws charts as dots.</summary>
/// <param name="canvas">Null where text is only measured.</param>
internal sealed class PngRenderContext(PdfStyles styles, TextShaper shaper, SKCanvas? canvas) : TypesetRenderContext(styles, shaper)
{
    private readonly Theme _theme = styles.Theme;

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

    protected override void BeginText(ScreenPoint origin, double rotation)
    {
        Canvas.Save();
        Canvas.Translate((float)origin.X, (float)origin.Y);
        Canvas.RotateDegrees((float)rotation);
    }

    protected override void DrawLine(TextLine line, double x, double y) => new PngText(Canvas, _theme).Draw(line, x, y);

    protected override void EndText() => Canvas.Restore();

    private static SKRect Rectangle(OxyRect rectangle) => new((float)rectangle.Left, (float)rectangle.Top, (float)rectangle.Right, (float)rectangle.Bottom);

    private static SKPath Path(IList<ScreenPoint> points, bool close)
    {
        var path = new SKPath();
        path.AddPoly([.. points.Select(point => new SKPoint((float)point.X, (float)point.Y))], close);
        return path;
    }

    private void Paint(OxyColor fill, OxyColor stroke, double thickness, double[]? dashes, OxyPlot.LineJoin join, Action<SKPaint> draw)
    {
        if (fill.IsVisible())
        {
            using var paint = new SKPaint { Color = InkOf(fill), IsAntialias = true };
            draw(paint);
        }

        if (!stroke.IsVisible() || thickness <= 0)
            return;
        using var line = new SKPaint { Color = InkOf(stroke), IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = (float)thickness };
        if (join == OxyPlot.LineJoin.Round)
            (line.StrokeJoin, line.StrokeCap) = (SKStrokeJoin.Round, SKStrokeCap.Round);
        using var dash = dashes is { Length: > 0 } ? SKPathEffect.CreateDash([.. dashes.Select(part => (float)(part * thickness))], 0) : null;
        line.PathEffect = dash;
        draw(line);
    }

    private SKColor InkOf(OxyColor ink)
    {
        var color = ColorOf(ink);
        return new SKColor(color.R, color.G, color.B, ink.A);
    }
}
