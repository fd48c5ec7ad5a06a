using Daybook.Export.Charts;
using Daybook.Pdf;
using OxyPlot;

namespace Daybook.Export.Pdf;

/// <summary>Draws charts as vectors with the fonts of the page, and measures their text with the same fonts. Units are those of the chart.</summary>
/// <param name="canvas">Null where text is only measured.</param>
internal sealed class PdfRenderContext(PdfStyles styles, TextShaper shaper, PdfCanvas? canvas) : ClippingRenderContext
{
    /// <summary>Of the line box, from its top: where letters stand.</summary>
    private const double Baseline = 0.95;

    /// <summary>Of the text size: half the height of a capital.</summary>
    private const double HalfCapital = 0.36;

    private static readonly TextLayoutOptions Lines = new() { LineHeight = ChartText.LineHeight, Direction = null };

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

    public override void DrawText(
        ScreenPoint p, string text, OxyColor fill, string fontFamily, double fontSize, double fontWeight, double rotation,
        HorizontalAlignment horizontalAlignment, VerticalAlignment verticalAlignment, OxySize? maxSize)
    {
        if (string.IsNullOrWhiteSpace(text))
            return;
        Canvas.Save();
        Canvas.Translate(p.X, p.Y);
        if (rotation != 0)
            Canvas.Rotate(rotation);
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
        var (width, lines) = (0.0, 0);
        foreach (var line in text.Split('\n'))
        {
            width = Math.Max(width, shaper.Measure(VisibleText.Plain(line), StyleOf(fontSize, fontWeight)));
            lines++;
        }

        return new OxySize(width, lines * fontSize * ChartText.LineHeight);
    }

    /// <summary>Axes enclose their values, so nothing is drawn outside.</summary>
    protected override void SetClip(OxyRect clippingRectangle)
    {
    }

    protected override void ResetClip()
    {
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
        Canvas.DrawLine(block.Lines[0], left - block.Lines[0].Left, baseline - block.Lines[0].Baseline);
    }

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
            Canvas.SetFill(styles[ChartInk.Role(fill)], fill.A / 255.0);
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
        styles[ChartInk.Role(stroke)], thickness, dashes is null ? default : dashes.Select(dash => dash * thickness).ToArray(),
        join: join == OxyPlot.LineJoin.Round ? Daybook.Pdf.LineJoin.Round : Daybook.Pdf.LineJoin.Miter, opacity: stroke.A / 255.0);
}
