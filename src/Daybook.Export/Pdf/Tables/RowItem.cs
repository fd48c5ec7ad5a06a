using Daybook.Pdf;

namespace Daybook.Export.Pdf;

/// <summary>A row of a table. It is divided only where it is taller than a page.</summary>
/// <param name="group">The head, body or foot of the table in the structure.</param>
/// <param name="left">Of the table, from the left edge of the page.</param>
internal sealed class RowItem(CellLayout[] cells, RowKind kind, StructureElement group, double left, double width, double padY) : FlowItem
{
    private StructureElement? _row;

    private StructureElement[] _elements = [];

    /// <summary>Where the first shown line of each cell is: above zero for the rest of a divided row.</summary>
    private int[] _first = new int[cells.Length];

    private int[] _count = LinesOf(cells);

    private bool _drawn;

    /// <summary>False where the rest of the row is still to come on the next page.</summary>
    private bool _isEnd = true;

    /// <summary>Whether the row stands on a pale ground, as every second one does.</summary>
    public bool IsShaded { get; init; }

    /// <summary>Whether the table goes on below, in rows of the same part.</summary>
    public bool HasRuleBelow { get; init; } = true;

    public override double Height
    {
        get
        {
            var height = 0.0;
            for (var i = 0; i < cells.Length; i++)
                height = Math.Max(height, HeightOf(i));
            return height + 2 * padY;
        }
    }

    public override (FlowItem Head, FlowItem Tail)? Split(double available, bool force)
    {
        if (!force)
            return null;
        var head = Part();
        var tail = Part();
        head._isEnd = false;
        var moved = false;
        for (var i = 0; i < cells.Length; i++)
        {
            var fitting = 0;
            while (fitting < _count[i] && LinesHeight(i, fitting + 1) + 2 * padY <= available)
                fitting++;
            head._count[i] = fitting;
            tail._first[i] += fitting;
            tail._count[i] -= fitting;
            moved |= fitting > 0;
        }

        return moved && tail._count.Any(count => count > 0) ? (head, tail) : null;
    }

    public override void Draw(PageDrawing page, double top)
    {
        var isRepeat = _drawn;
        Ground(page, top);
        if (isRepeat)
        {
            using var artifact = page.Canvas.MarkArtifact(ArtifactKind.Header);
            for (var i = 0; i < cells.Length; i++)
                TextDrawing.Draw(page, cells[i].Text, null, cells[i].Left, top + TopOf(i), _first[i], _count[i]);
            return;
        }

        _drawn = kind == RowKind.Head;
        Elements();
        for (var i = 0; i < cells.Length; i++)
            TextDrawing.Draw(page, cells[i].Text, _elements[i], cells[i].Left, top + TopOf(i), _first[i], _count[i]);
        if (_isEnd)
            _row?.Complete();
    }

    private static int[] LinesOf(CellLayout[] cells)
    {
        var lines = new int[cells.Length];
        for (var i = 0; i < cells.Length; i++)
            lines[i] = cells[i].Text.Lines.Length;
        return lines;
    }

    /// <summary>Titles of columns stand on the line below them, all others hang from the top of their row.</summary>
    private double TopOf(int cell) => kind == RowKind.Head ? Height - padY - HeightOf(cell) : padY;

    private double HeightOf(int cell) => LinesHeight(cell, _count[cell]);

    private double LinesHeight(int cell, int count)
    {
        if (count == 0)
            return 0;
        var lines = cells[cell].Text.Lines;
        var last = lines[_first[cell] + count - 1];
        return last.Top + last.Height - lines[_first[cell]].Top;
    }

    private void Ground(PageDrawing page, double top)
    {
        using var mark = page.Canvas.MarkArtifact(ArtifactKind.Background);
        if (IsShaded)
            page.Fill(left, top, width, Height, ThemeColor.Surface);
        var bottom = top + Height;
        if (kind == RowKind.Head)
            page.Line(left, bottom, left + width, bottom, ThemeColor.Ink, 0.9);
        else if (HasRuleBelow)
            page.Line(left, bottom, left + width, bottom, ThemeColor.Rule, 0.5);
        if (kind == RowKind.Totals)
            page.Line(left, top, left + width, top, ThemeColor.Ink, 0.9);
    }

    private void Elements()
    {
        if (_row is not null)
            return;
        _row = group.Add(StructureType.TR);
        _elements = new StructureElement[cells.Length];
        for (var i = 0; i < cells.Length; i++)
        {
            var element = _row.Add(kind == RowKind.Head || cells[i].IsRowHeader ? StructureType.TH : StructureType.TD);
            if (kind == RowKind.Head)
                element.Scope = TableScope.Column;
            else if (cells[i].IsRowHeader)
                element.Scope = TableScope.Row;
            element.ActualText = cells[i].ActualText;
            element.ColumnSpan = Math.Max(cells[i].ColumnSpan, 1);
            _elements[i] = element;
        }
    }

    private RowItem Part()
    {
        Elements();
        return new RowItem(cells, kind, group, left, width, padY)
        {
            IsShaded = IsShaded, HasRuleBelow = HasRuleBelow, Frame = Frame, Shape = Shape, Repeated = Repeated,
            _row = _row, _elements = _elements, _first = [.. _first], _count = [.. _count],
        };
    }
}
