using Daybook.Pdf;

namespace Daybook.Export.Pdf;

/// <summary>A picture in its own proportions.</summary>
internal sealed class PictureItem(PdfImage image, StructureElement figure, double left, double width, double height) : FlowItem
{
    public override double Height => height;

    public override void Draw(PageDrawing page, double top)
    {
        figure.BBox = page.Box(left, top, width, height);
        using var mark = page.Canvas.Mark(figure);
        page.Canvas.DrawImage(image, left, top, width, height);
    }
}
