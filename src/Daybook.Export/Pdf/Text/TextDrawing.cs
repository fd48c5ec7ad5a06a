using Daybook.Documents;
using Daybook.Pdf;

namespace Daybook.Export.Pdf;

/// <summary>Draws lines of text with their links and badges.</summary>
internal static class TextDrawing
{
    /// <param name="element">What the text is; null where the caller has marked it already.</param>
    /// <param name="first">The first line to draw, which stands at <paramref name="top"/>.</param>
    /// <param name="count">How many lines are drawn.</param>
    public static void Draw(PageDrawing page, TextBlock block, StructureElement? element, double left, double top, int first, int count)
    {
        if (count == 0)
            return;
        var y = top - block.Lines[first].Top;
        if (IsPlain(block, first, count))
        {
            using var mark = element is null ? null : page.Canvas.Mark(element);
            if (count == block.Lines.Length)
                page.Canvas.DrawText(block, left, y);
            else
            {
                for (var i = first; i < first + count; i++)
                    page.Canvas.DrawLine(block.Lines[i], left, y);
            }

            return;
        }

        for (var i = first; i < first + count; i++)
            Line(page, block.Lines[i], element, left, y);
    }

    private static bool IsPlain(TextBlock block, int first, int count)
    {
        for (var i = first; i < first + count; i++)
        {
            foreach (var piece in block.Lines[i].Pieces)
            {
                if (piece.Tag is not null)
                    return false;
            }
        }

        return true;
    }

    /// <summary>Neighbours of one kind share a mark; a link has a mark and an element of its own.</summary>
    private static void Line(PageDrawing page, TextLine line, StructureElement? element, double left, double top)
    {
        for (var i = 0; i < line.Pieces.Length;)
        {
            var tag = line.Pieces[i].Tag;
            var end = i + 1;
            while (end < line.Pieces.Length && ReferenceEquals(line.Pieces[end].Tag, tag))
                end++;
            var pieces = line.Pieces.AsSpan(i, end - i);
            if (tag is LinkTag link && element is not null)
                Link(page, line, pieces, link, element, left, top);
            else
                Pieces(page, line, pieces, tag as BadgeTag, element, left, top);
            i = end;
        }
    }

    private static void Pieces(PageDrawing page, TextLine line, ReadOnlySpan<TextPiece> pieces, BadgeTag? badge, StructureElement? element, double left, double top)
    {
        if (badge is not null)
        {
            using var ground = page.Canvas.MarkArtifact(ArtifactKind.Background);
            foreach (var piece in pieces)
                Badge(page, line, piece, badge.Severity, left, top);
        }

        using var mark = element is null ? null : page.Canvas.Mark(element);
        foreach (var piece in pieces)
            page.Canvas.DrawPiece(line, piece, left, top);
    }

    private static void Link(PageDrawing page, TextLine line, ReadOnlySpan<TextPiece> pieces, LinkTag link, StructureElement element, double left, double top)
    {
        link.Element ??= element.Add(StructureType.Link);
        using (page.Canvas.Mark(link.Element))
        {
            foreach (var piece in pieces)
                page.Canvas.DrawPiece(line, piece, left, top);
        }

        var (from, to) = (pieces[0].Left, pieces[^1].Left + pieces[^1].Width);
        page.Page.AddLink(left + from, top + line.Top, to - from, line.Height, link.Target, link.Element, link.Contents);
    }

    private static void Badge(PageDrawing page, TextLine line, TextPiece piece, Severity severity, double left, double top)
    {
        var size = piece.Span.Style.Size;
        var face = piece.Span.Style.Face;
        var middle = top + line.Baseline - face.CapHeight * size / 2;
        var height = size * 1.42;
        page.Canvas.SetFill(page.Styles[ThemeColors.Tint(severity)]);
        page.Canvas.RoundedRectangle(left + piece.Left, middle - height / 2, piece.Width, height, 2.5);
        page.Canvas.Fill();
        SeverityMark.Draw(page, severity, left + piece.Left + size * 0.68, middle, size * 0.54);
    }
}
