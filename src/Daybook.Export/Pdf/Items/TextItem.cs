using Daybook.Pdf;

namespace Daybook.Export.Pdf;

/// <summary>Lines of one text.</summary>
/// <param name="left">From the left edge of the page.</param>
internal sealed class TextItem(TextBlock block, StructureElement element, double left) : FlowItem
{
    private readonly int _first;

    private readonly int _count = block.Lines.Length;

    private TextItem(TextItem whole, int first, int count)
        : this(whole.Block, whole.Element, whole.Left) =>
        (_first, _count) = (first, count);

    /// <summary>Stands before the first line: the bullet of a list item. Null stands none.</summary>
    public ItemMarker? Marker { get; init; }

    /// <summary>Called where the first line is drawn, with its top: for destinations of links.</summary>
    public Action<PageDrawing, double>? OnDraw { get; init; }

    public override double Height => HeightOf(_count);

    public override double LeastHeight => HeightOf(LineSplit.Least(_count));

    private TextBlock Block => block;

    private StructureElement Element => element;

    private double Left => left;

    public override (FlowItem Head, FlowItem Tail)? Split(double available, bool force)
    {
        var fitting = 0;
        while (fitting < _count && HeightOf(fitting + 1) <= available)
            fitting++;
        var lines = LineSplit.At(_count, fitting, force);
        if (lines == 0)
            return null;
        var head = new TextItem(this, _first, lines) { Frame = Frame, SpaceBefore = SpaceBefore, Marker = Marker, OnDraw = OnDraw };
        var tail = new TextItem(this, _first + lines, _count - lines) { Frame = Frame, SpaceAfter = SpaceAfter, KeepWithNext = KeepWithNext };
        return (head, tail);
    }

    public override void Draw(PageDrawing page, double top)
    {
        OnDraw?.Invoke(page, top);
        Marker?.Draw(page, block, top);
        TextDrawing.Draw(page, block, element, left, top, _first, _count);
    }

    private double HeightOf(int lines) =>
        lines == 0 ? 0 : block.Lines[_first + lines - 1].Top + block.Lines[_first + lines - 1].Height - block.Lines[_first].Top;
}
