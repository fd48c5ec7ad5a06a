using Daybook.Pdf;
using OxyPlot;

namespace Daybook.Export.Pdf;

/// <summary>Draws charts as vectors.</summary>
/// <param name="canvas">Null where text is only measured.</param>
internal sealed class PdfRenderContext(PdfStyles styles, TextShaper shaper, PdfCanvas? canvas) : TypesetRenderContext(styles, shaper)
{
    private PdfCanvas Canvas => canvas ?? throw new InvalidOperationException("This context only measures.");

    public override void DrawLine(
        IList<ScreenPoint> points, OxyColor stroke, double thickness, EdgeRenderingMode edgeRenderingMode, double[] dashArray, OxyPlot.LineJoin lineJoin)
    {
        if (points.Count < 2 || !stroke.IsVisible() || thickness <= 0)
            return;
        SetStroke(stroke, thickness, dashArray, lineJoin);
        Path(points);
        Canvas.Stroke();
    }

    public override void DrawPolygon(
        IList<ScreenPoint> points, OxyColor fill, OxyColor stroke, double thickness, EdgeRenderingMode edgeRenderingMode, double[] dashArray, OxyPlot.LineJoin lineJoin)
    {
        if (points.Count < 2)
            return;
        Paint(fill, stroke, thickness, dashArray, lineJoin, () =>
        {
            Path(points);
            Canvas.Close();
        });
    }

    public override void DrawRectangle(OxyRect rectangle, OxyColor fill, OxyColor stroke, double thickness, EdgeRenderingMode edgeRenderingMode) =>
        Paint(fill, stroke, thickness, null, OxyPlot.LineJoin.Miter, () => Canvas.Rectangle(rectangle.Left, rectangle.Top, rectangle.Width, rectangle.Height));

    public override void DrawEllipse(OxyRect extents, OxyColor fill, OxyColor stroke, double thickness, EdgeRenderingMode edgeRenderingMode) =>
        Paint(fill, stroke, thickness, null, OxyPlot.LineJoin.Miter, () => Canvas.Ellipse(extents.Center.X, extents.Center.Y, extents.Width / 2, extents.Height / 2));

    protected override void BeginText(ScreenPoint origin, double rotation)
    {
        Canvas.Save();
        Canvas.Translate(origin.X, origin.Y);
        if (rotation != 0)
            Canvas.Rotate(rotation);
    }

    protected override void DrawLine(TextLine line, double x, double y) => Canvas.DrawLine(line, x, y);

    protected override void EndText() => Canvas.Restore();

    private void Path(IList<ScreenPoint> points)
    {
        Canvas.MoveTo(points[0].X, points[0].Y);
        for (var i = 1; i < points.Count; i++)
            Canvas.LineTo(points[i].X, points[i].Y);
    }

    private void Paint(OxyColor fill, OxyColor stroke, double thickness, double[]? dashes, OxyPlot.LineJoin join, Action path)
    {
        var filled = fill.IsVisible();
        var stroked = stroke.IsVisible() && thickness > 0;
        if (!filled && !stroked)
            return;
        if (filled)
            Canvas.SetFill(ColorOf(fill), fill.A / 255.0);
        if (stroked)
            SetStroke(stroke, thickness, dashes, join);
        path();
        if (filled && stroked)
            Canvas.FillAndStroke();
        else if (filled)
            Canvas.Fill();
        else
            Canvas.Stroke();
    }

    private void SetStroke(OxyColor stroke, double thickness, double[]? dashes, OxyPlot.LineJoin join) => Canvas.SetStroke(
        ColorOf(stroke), thickness, dashes is null ? default : dashes.Select(dash => dash * thickness).ToArray(),
        join: join == OxyPlot.LineJoin.Round ? Daybook.Pdf.LineJoin.Round : Daybook.Pdf.LineJoin.Miter, opacity: stroke.A / 255.0);
}
