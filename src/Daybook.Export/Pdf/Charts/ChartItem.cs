using Daybook.Export.Charts;
using Daybook.Pdf;

namespace Daybook.Export.Pdf;

/// <summary>The picture of a chart.</summary>
/// <param name="scale">Points to a unit of the drawing.</param>
internal sealed class ChartItem(PdfSetting setting, ChartDrawing drawing, StructureElement figure, double left, double scale) : FlowItem
{
    public override double Height => drawing.Height * scale;

    public override void Draw(PageDrawing page, double top)
    {
        figure.BBox = page.Box(left, top, drawing.Width * scale, Height);
        using var mark = page.Canvas.Mark(figure);
        page.Canvas.Save();
        page.Canvas.Translate(left, top);
        page.Canvas.Scale(scale, scale);
        drawing.Draw(new PdfRenderContext(setting.Styles, setting.Shaper, page.Canvas));
        page.Canvas.Restore();
    }
}
