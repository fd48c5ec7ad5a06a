namespace Daybook.Pdf;

/// <summary>Cuts a paragraph into segments and shapes them.</summary>
internal sealed class SegmentReader(SpanText source, WordShaper words, AtomList atoms)
{
    private int spanIndex;

    /// <summary>Reads a paragraph. Returns the levels of its text, null where all of it runs left to right.</summary>
    public byte[]? Read(int from, int to, TextDirection? direction, List<Segment> segments, out byte paragraphLevel)
    {
        var text = source.Text.AsSpan(from, to - from);
        paragraphLevel = 0;
        byte[]? levels = null;
        if (direction == TextDirection.RightToLeft || BidiText.IsNeeded(text))
            levels = BidiText.Levels(text, direction, out paragraphLevel);
        spanIndex = source.SpanAt(Math.Min(from, Math.Max(0, source.Text.Length - 1)));
        for (var start = from; start < to;)
        {
            var end = start + 1;
            while (end < to && source.BreakAt(end) == LineBreak.None)
                end++;
            segments.Add(Segment(start, end, levels, from));
            start = end;
        }

        return levels;
    }

    /// <summary>Shapes a part of the paragraph as a segment of its own.</summary>
    public Segment Segment(int start, int end, byte[]? levels, int levelOffset)
    {
        var trimmed = end;
        while (trimmed > start && IsSpace(source.Text[trimmed - 1]))
            trimmed--;
        var first = atoms.Count;
        var width = Add(start, trimmed, levels, levelOffset, false);
        var spaces = Add(trimmed, end, levels, levelOffset, true);
        return new(start, end, first, atoms.Count - first, width, spaces);
    }

    private double Add(int start, int end, byte[]? levels, int levelOffset, bool isSpace)
    {
        var width = 0.0;
        while (start < end)
        {
            var span = SpanOf(start);
            var stop = Math.Min(end, source.SpanEnd(span));
            byte level = 0;
            if (levels is not null)
            {
                level = levels[start - levelOffset];
                var same = start + 1;
                while (same < stop && levels[same - levelOffset] == level)
                    same++;
                stop = same;
            }

            var style = source.Spans[span].Style;
            var word = words.Shape(source.Text.AsSpan(start, stop - start), style, level % 2 == 1);
            var atom = new Atom(span, start, stop - start, level, isSpace, word.WidthIn(style), word);
            atoms.Add(atom);
            width += atom.Width;
            start = stop;
        }

        return width;
    }

    /// <summary>Text is mostly read forwards: the span is looked for only where the last one does not have the place.</summary>
    private int SpanOf(int position)
    {
        if (position < source.SpanStart(spanIndex) || position >= source.SpanEnd(spanIndex))
            spanIndex = source.SpanAt(position);
        return spanIndex;
    }

    /// <summary>White space that may hang over the end of a line; spaces that forbid a break are not among it.</summary>
    private static bool IsSpace(char character) =>
        character is ' ' or '\t' || character > '\u00A0' && char.IsWhiteSpace(character) && character is not ('\u2007' or '\u202F');
}
