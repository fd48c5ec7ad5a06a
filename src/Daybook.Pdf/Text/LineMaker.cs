using System.Collections.Immutable;

namespace Daybook.Pdf;

/// <summary>Makes a line of its atoms: their order on the page, its height and place.</summary>
internal sealed class LineMaker(SpanText source, TextLayoutOptions options, double? width)
{
    private const char SoftHyphen = '\u00AD';

    private readonly List<Atom> visual = [];
    private readonly List<ShapedWord> pieceWords = [];

    /// <param name="atoms">In reading order.</param>
    /// <param name="emptyAt">Where in the text an empty line stands.</param>
    public TextLine Make(List<Atom> atoms, byte paragraphLevel, bool bidi, double top, int emptyAt, WordShaper words)
    {
        visual.Clear();
        visual.AddRange(atoms);
        AddHyphen(words);
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

        var (height, ascent, descent) = Extent(emptyAt);
        if (bidi)
        {
            for (var i = seen; i < visual.Count; i++)
                visual[i] = visual[i] with { Level = paragraphLevel };
            Reorder();
        }

        var rightToLeft = paragraphLevel % 2 == 1;
        var left = Left(lineWidth, rightToLeft);
        return new(
            top, top + (height - ascent + descent) / 2 + ascent, height, left, lineWidth,
            Pieces(rightToLeft ? left - hanging : left, rightToLeft ? 0 : hanging));
    }

    /// <summary>A soft hyphen at the end of a line is seen.</summary>
    private void AddHyphen(WordShaper words)
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

    private (double Height, double Ascent, double Descent) Extent(int emptyAt)
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
        return (size * options.LineHeight, ascent, descent);

        void Include(TextSpan span)
        {
            var face = span.Style.Face;
            size = Math.Max(size, span.Style.Size);
            ascent = Math.Max(ascent, face.Ascent * span.Style.Size);
            descent = Math.Min(descent, face.Descent * span.Style.Size);
        }
    }

    private double Left(double lineWidth, bool rightToLeft)
    {
        if (width is not { } available)
            return 0;
        var alignment = options.Alignment switch
        {
            TextAlignment.Start => rightToLeft ? TextAlignment.Right : TextAlignment.Left,
            TextAlignment.End => rightToLeft ? TextAlignment.Left : TextAlignment.Right,
            var absolute => absolute,
        };
        return alignment switch
        {
            TextAlignment.Right => available - lineWidth,
            TextAlignment.Center => (available - lineWidth) / 2,
            _ => 0,
        };
    }

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
        var pieces = ImmutableArray.CreateBuilder<TextPiece>(1);
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

        pieces.Sort(static (one, other) => one.Start.CompareTo(other.Start));
        return pieces.DrainToImmutable();
    }
}
