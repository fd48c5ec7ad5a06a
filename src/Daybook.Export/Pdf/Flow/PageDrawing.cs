using Daybook.Pdf;

namespace Daybook.Export.Pdf;

/// <summary>A page while its content is drawn.</summary>
/// <param name="page">Null for a form that pages share.</param>
internal sealed class PageDrawing(PdfPage? page, PageShape shape, PdfCanvas canvas, PdfStyles styles)
{
    public PdfPage Page => page ?? throw new InvalidOperationException("A form is no page: it has no links and destinations.");

    public PageShape Shape => shape;

    public PdfCanvas Canvas => canvas;

    public PdfStyles Styles => styles;

    public void Fill(double left, double top, double width, double height, ThemeColor color)
    {
        canvas.SetFill(styles[color]);
        canvas.Rectangle(left, top, width, height);
        canvas.Fill();
    }

    public void Line(double fromX, double fromY, double toX, double toY, ThemeColor color, double width, ReadOnlySpan<double> dash = default)
    {
        canvas.SetStroke(styles[color], width, dash);
        canvas.MoveTo(fromX, fromY);
        canvas.LineTo(toX, toY);
        canvas.Stroke();
    }

    /// <summary>A box of the page as structure elements name it: from the bottom left corner of the page.</summary>
    public PdfRectangle Box(double left, double top, double width, double height) => new(left, shape.Height - top - height, left + width, shape.Height - top);
}
