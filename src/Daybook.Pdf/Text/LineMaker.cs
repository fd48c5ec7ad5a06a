using System.Collections.Immutable;

namespace Daybook.Pdf;

/// <summary>Makes a line of its atoms: their order on the page, its height and place.</summary>
internal sealed class LineMaker(SpanText source, WordShaper words)
{
    private const char SoftHyphen = '\u00AD';

    private readonly List<Atom> visual = [];
    private readonly List<ShapedWord> pieceWords = [];
    private readonly List<TextPiece> pieces = [];

    /// <param name="atoms">In reading order.</param>
    /// <param name="width">That of the block; null where it has none.</param>
    public TextLine Make(List<Atom> atoms, TextLayoutOptions options, double? width, Paragraph paragraph, double top)
    {
        visual.Clear();
        visual.AddRange(atoms);
        AddHyphen();
        var seen = visual.Count;
        while (seen > 0 && visual[seen - 1].IsSpace)
            seen--;
        var (lineWidth, hanging) = (0.0, 0.0);
        for (var i = 0; i < visual.Count; i++)
        {
            if (i < seen)
                lineWidth += visual[i].Width;
            else
                hanging += visual[i].Width;
        }

        var (size, ascent, descent) = Extent(paragraph.Start);
        var height = size * options.LineHeight;
        if (paragraph.IsBidirectional)
        {
            for (var i = seen; i < visual.Count; i++)
                visual[i] = visual[i] with { Level = paragraph.Level };
            Reorder();
        }

        var rightToLeft = paragraph.Level % 2 == 1;
        var left = width is { } available ? Left(available - lineWidth, options.Alignment, rightToLeft) : 0;
        return new(
            top, top + (height - ascent + descent) / 2 + ascent, height, left, lineWidth,
            Pieces(rightToLeft ? left - hanging : left, rightToLeft ? 0 : hanging));
    }

    /// <summary>A soft hyphen at the end of a line is seen.</summary>
    private void AddHyphen()
    {
        if (visual.Count == 0 || source.Text[visual[^1].End - 1] != SoftHyphen || visual[^1].End == source.Text.Length)
            return;
        var last = visual[^1];
        var style = source.Spans[last.SpanIndex].Style;
        var hyphen = words.Shape("-", style, last.RightToLeft);
        var run = hyphen.Runs[0];
        var shown = hyphen with { Text = "", Runs = [run with { Text = "", Glyphs = [run.Glyphs[0] with { Unicode = SoftHyphen }] }] };
        visual.Add(new(last.SpanIndex, last.End, 0, last.Level, false, shown.WidthIn(style), shown));
    }

    private (double Size, double Ascent, double Descent) Extent(int emptyAt)
    {
        var (size, ascent, descent) = (0.0, 0.0, 0.0);
        var last = -1;
        foreach (var atom in visual)
        {
            if (atom.SpanIndex != last)
                Include(source.Spans[last = atom.SpanIndex]);
        }

        if (visual.Count == 0 && source.Spans.Count > 0)
            Include(source.Spans[source.SpanAt(emptyAt)]);
        return (size, ascent, descent);

        void Include(TextSpan span)
        {
            var face = span.Style.Face;
            size = Math.Max(size, span.Style.Size);
            ascent = Math.Max(ascent, face.Ascent * span.Style.Size);
            descent = Math.Min(descent, face.Descent * span.Style.Size);
        }
    }

    private static double Left(double free, TextAlignment alignment, bool rightToLeft) => alignment switch
    {
        TextAlignment.Left => 0,
        TextAlignment.Right => free,
        TextAlignment.Center => free / 2,
        TextAlignment.Start => rightToLeft ? free : 0,
        TextAlignment.End => rightToLeft ? 0 : free,
        _ => throw new InvalidOperationException($"There is no alignment {alignment}."),
    };

    /// <summary>UAX 9, L2: from the highest level down every run of at least that level is reversed.</summary>
    private void Reorder()
    {
        var highest = 0;
        foreach (var atom in visual)
            highest = Math.Max(highest, atom.Level);
        for (var level = highest; level > 0; level--)
        {
            for (var i = 0; i < visual.Count; i++)
            {
                if (visual[i].Level < level)
                    continue;
                var start = i;
                while (i < visual.Count && visual[i].Level >= level)
                    i++;
                visual.Reverse(start, i - start);
            }
        }
    }

    /// <param name="hanging">The width of the spaces over the right end of the line; they belong to no piece's width.</param>
    private ImmutableArray<TextPiece> Pieces(double left, double hanging)
    {
        pieces.Clear();
        for (var i = 0; i < visual.Count;)
        {
            var first = visual[i];
            var (start, end, pieceWidth) = (first.Start, first.End, 0.0);
            pieceWords.Clear();
            for (; i < visual.Count; i++)
            {
                var atom = visual[i];
                if (atom.SpanIndex != first.SpanIndex || atom.RightToLeft != first.RightToLeft)
                    break;
                if (pieceWords.Count > 0 && (first.RightToLeft ? atom.End != start : atom.Start != end))
                    break;
                (start, end) = (Math.Min(start, atom.Start), Math.Max(end, atom.End));
                pieceWidth += atom.Width;
                pieceWords.Add(atom.Word);
            }

            var shown = i == visual.Count ? pieceWidth - hanging : pieceWidth;
            pieces.Add(new(first.SpanIndex, source.Spans[first.SpanIndex], left, Math.Max(0, shown), source.Text, start, end - start, first.RightToLeft, [.. pieceWords]));
            left += pieceWidth;
        }

        if (pieces.Count > 1)
            pieces.Sort(static (one, other) => one.Start.CompareTo(other.Start));
        return [.. pieces];
    }

    /// <param name="Start">Where it starts in the text.</param>
    /// <param name="IsBidirectional">Whether any of it runs right to left.</param>
    internal readonly record struct Paragraph(int Start, byte Level, bool IsBidirectional);
}
