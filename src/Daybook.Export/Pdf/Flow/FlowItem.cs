namespace Daybook.Export.Pdf;

/// <summary>A piece of the report that stands on one page, or can be divided between two. Sizes are in points.</summary>
internal abstract class FlowItem
{
    /// <summary>Least distance to the item above; the larger of this and that item's <see cref="SpaceAfter"/> counts. None at the top of a page.</summary>
    public double SpaceBefore { get; init; }

    /// <summary>Least distance to the item below.</summary>
    public double SpaceAfter { get; init; }

    /// <summary>Whether the item may not be the last on its page while another follows.</summary>
    public bool KeepWithNext { get; init; }

    /// <summary>Whether the item may reach below the content of the page rather than begin a new one: empty space at the end of a box.</summary>
    public bool MayHang { get; init; }

    /// <summary>Whether the item is left out at the top of a page: a line that sets apart what is above.</summary>
    public bool VanishesAtTop { get; init; }

    /// <summary>The only pages the item fits on; null fits on all.</summary>
    public PageShape? Shape { get; init; }

    /// <summary>The box the item stands in; null stands in none.</summary>
    public BlockFrame? Frame { get; init; }

    /// <summary>Drawn again above the item where it begins a page: the head of its table. Null repeats nothing.</summary>
    public FlowItem? Repeated { get; init; }

    public abstract double Height { get; }

    /// <summary>The least part that may stand at the foot of a page; the whole height where the item cannot be divided.</summary>
    public virtual double LeastHeight => Height;

    /// <summary>Divides the item so that the first part is at most so high, or gives null where no good division is that small.</summary>
    /// <param name="force">True where the item is alone on the page and must be divided even where it looks bad.</param>
    public virtual (FlowItem Head, FlowItem Tail)? Split(double available, bool force) => null;

    /// <param name="top">From the top of the page.</param>
    public abstract void Draw(PageDrawing page, double top);
}
