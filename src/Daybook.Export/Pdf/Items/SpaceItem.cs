namespace Daybook.Export.Pdf;

/// <summary>Empty space that belongs to a box.</summary>
internal sealed class SpaceItem(double height) : FlowItem
{
    public override double Height => height;

    public override void Draw(PageDrawing page, double top)
    {
    }
}
