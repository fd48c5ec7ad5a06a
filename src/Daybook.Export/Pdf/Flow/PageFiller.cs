namespace Daybook.Export.Pdf;

/// <summary>
/// Decides which items stand on which page, in one pass: items that belong together move together, texts are divided without lone lines,
/// and each page is handed on as soon as it is full, so that a report of any length needs the memory of one page.
/// </summary>
/// <param name="normal">The shape of pages for items that fit on any.</param>
/// <param name="finish">Takes each page in order. A page without items is never handed on.</param>
internal sealed class PageFiller(PageShape normal, Action<FilledPage> finish)
{
    /// <summary>Rounding of sums of heights is not a reason for a new page.</summary>
    private const double Tolerance = 0.01;

    /// <summary>What is taller than a page begins on the page in hand where this part of it is left.</summary>
    private const double WorthFilling = 0.25;

    private readonly List<FlowItem> _chain = [];
    private List<PlacedItem> _placed = [];
    private PageShape? _turned;
    private double _y = PageShape.Top;
    private double _spaceAfter;

    /// <summary>Height that is left on the page in hand.</summary>
    public double Left => Shape.Bottom - _y;

    private PageShape Shape => _turned ?? normal;

    private bool IsEmpty => _placed.Count == 0;

    public void Add(FlowItem item)
    {
        _chain.Add(item);
        if (!item.KeepWithNext)
            PlaceChain();
    }

    /// <summary>What follows begins a new page; nothing happens at the top of one.</summary>
    public void Break()
    {
        PlaceChain();
        EndPage();
    }

    /// <summary>What follows begins a new page where less than this is left, or where the page in hand is turned.</summary>
    public void BreakUnless(double left)
    {
        PlaceChain();
        if (Left < left || Shape != normal)
            EndPage();
    }

    /// <summary>Hands on the last page.</summary>
    public void Finish() => Break();

    private void PlaceChain()
    {
        if (_chain.Count == 0)
            return;
        var shape = _chain.Find(item => item.Shape is not null)?.Shape;
        if ((shape is not null && shape != Shape) || (!IsEmpty && Needed() is var needed && needed > Left + Tolerance && needed <= Shape.ContentHeight))
        {
            EndPage(shape);
            Repeat(_chain[0]);
        }

        foreach (var item in _chain)
            Place(item);
        _chain.Clear();
    }

    /// <summary>Height of the chain down to the least part of its last item.</summary>
    private double Needed()
    {
        var (height, after) = (0.0, _spaceAfter);
        for (var i = 0; i < _chain.Count; i++)
        {
            var item = _chain[i];
            if (i > 0 || !IsEmpty)
                height += Math.Max(after, item.SpaceBefore);
            height += item.MayHang ? 0 : i == _chain.Count - 1 ? item.LeastHeight : item.Height;
            after = item.SpaceAfter;
        }

        return height;
    }

    private void Place(FlowItem item)
    {
        for (var rest = item; rest is not null;)
        {
            if (rest.Shape is { } shape && shape != Shape)
                EndPage(shape);
            if (IsEmpty && rest.VanishesAtTop)
                return;
            var top = IsEmpty || rest.MayHang ? _y : _y + Math.Max(_spaceAfter, rest.SpaceBefore);
            if (top + rest.Height <= Shape.Bottom + Tolerance || rest.MayHang)
            {
                Put(rest, top);
                return;
            }

            var left = Shape.Bottom - top;
            if (rest.Split(left, force: IsFresh || (rest.Height > Shape.ContentHeight && left > Shape.ContentHeight * WorthFilling)) is { } parts)
            {
                Put(parts.Head, top);
                rest = parts.Tail;
            }
            else if (IsFresh)
            {
                // Nothing makes it smaller: it stands alone and reaches into the margin.
                Put(rest, top);
                return;
            }

            EndPage(rest.Shape);
            Repeat(rest);
        }
    }

    /// <summary>Whether nothing stands on the page but the head of a table: a new page would give no more room.</summary>
    private bool IsFresh => _placed.TrueForAll(placed => placed.IsRepeat);

    private void Repeat(FlowItem item)
    {
        if (item.Repeated is not { } head || _placed.Count > 0 || head.Height > Shape.ContentHeight / 3)
            return;
        _placed.Add(new PlacedItem(head, _y, IsRepeat: true));
        _y += head.Height;
        _spaceAfter = head.SpaceAfter;
    }

    private void Put(FlowItem item, double top)
    {
        _placed.Add(new PlacedItem(item, top, IsRepeat: false));
        _y = top + item.Height;
        _spaceAfter = item.SpaceAfter;
    }

    private void EndPage(PageShape? next = null)
    {
        if (!IsEmpty)
        {
            finish(new FilledPage(Shape, _placed));
            _placed = [];
        }

        (_turned, _y, _spaceAfter) = (next, PageShape.Top, 0);
    }
}
