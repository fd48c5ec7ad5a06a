using Daybook.Pdf;

namespace Daybook.Export.Pdf;

/// <summary>Draws the boxes of a page behind what stands in them.</summary>
internal static class FrameDrawing
{
    /// <summary>How far a box that goes on over the end of the page reaches beyond its content there.</summary>
    private const double OpenEnd = 5;

    public static void Draw(PageDrawing drawing, IReadOnlyList<PlacedItem> items)
    {
        var extents = new List<(BlockFrame Frame, double Top, double Bottom, bool Starts, bool Ends)>();
        foreach (var (item, top, _) in items)
        {
            for (var frame = item.Frame; frame is not null; frame = frame.Parent)
                Extend(extents, frame, item, top);
        }

        if (extents.Count == 0)
            return;
        using var mark = drawing.Canvas.MarkArtifact(ArtifactKind.Background);
        // Outer boxes are drawn first: inner ones stand on them.
        foreach (var (frame, top, bottom, starts, ends) in extents.OrderBy(extent => Depth(extent.Frame)))
            Box(drawing, frame, starts ? top : top - OpenEnd, ends ? bottom : bottom + OpenEnd);
    }

    private static void Extend(List<(BlockFrame Frame, double Top, double Bottom, bool Starts, bool Ends)> extents, BlockFrame frame, FlowItem item, double top)
    {
        var (starts, ends) = (item is SpaceItem { MayHang: false } && ReferenceEquals(item.Frame, frame), item is SpaceItem { MayHang: true } && ReferenceEquals(item.Frame, frame));
        var index = extents.FindIndex(extent => ReferenceEquals(extent.Frame, frame));
        if (index < 0)
            extents.Add((frame, top, top + item.Height, starts, ends));
        else
            extents[index] = extents[index] with { Bottom = Math.Max(extents[index].Bottom, top + item.Height), Ends = extents[index].Ends || ends };
    }

    private static int Depth(BlockFrame frame) => frame.Parent is null ? 0 : 1 + Depth(frame.Parent);

    private static void Box(PageDrawing drawing, BlockFrame frame, double top, double bottom)
    {
        if (frame.Style.Ground is { } ground)
            drawing.Fill(frame.Left, top, frame.Width, bottom - top, ground);
        if (!frame.Style.Dashed)
            drawing.Fill(frame.Left, top, frame.Style.BarWidth, bottom - top, frame.Style.Bar);
        else
            drawing.Line(frame.Left + frame.Style.BarWidth / 2, top, frame.Left + frame.Style.BarWidth / 2, bottom, frame.Style.Bar, frame.Style.BarWidth, [5, 3]);
    }
}
