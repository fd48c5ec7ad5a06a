using Daybook.Pdf;

namespace Daybook.Export.Pdf;

/// <summary>A line across the content, with space below it.</summary>
internal sealed class RuleItem(double left, double width, ThemeColor color, double thickness, double height) : FlowItem
{
    public override double Height => height;

    public override void Draw(PageDrawing page, double top)
    {
        using var mark = page.Canvas.MarkArtifact(ArtifactKind.Layout);
        page.Line(left, top, left + width, top, color, thickness);
    }
}
