namespace Daybook.Pdf;

/// <summary>The text of several spans as one, and the places where its lines may or must end.</summary>
internal sealed class SpanText
{
    private readonly int[] starts;

    private SpanText(IReadOnlyList<TextSpan> spans, string text, int[] starts)
    {
        (Spans, Text, this.starts) = (spans, text, starts);
        Breaks = new LineBreak[text.Length + 1];
        LineBreaker.Find(text, Breaks);
    }

    public IReadOnlyList<TextSpan> Spans { get; }

    public string Text { get; }

    public LineBreak[] Breaks { get; }

    /// <summary>Halves of surrogate pairs become U+FFFD: they are no text.</summary>
    public static SpanText Join(IReadOnlyList<TextSpan> spans)
    {
        if (spans.Count == 1)
            return new(spans, WellFormed(spans[0].Text), [0]);
        var starts = new int[spans.Count];
        for (var i = 1; i < starts.Length; i++)
            starts[i] = starts[i - 1] + spans[i - 1].Text.Length;
        return new(spans, WellFormed(string.Concat(spans.Select(span => span.Text))), starts);
    }

    public int SpanStart(int span) => starts[span];

    public int SpanEnd(int span) => span + 1 < starts.Length ? starts[span + 1] : Text.Length;

    public int SpanAt(int position)
    {
        if (starts.Length == 1)
            return 0;
        var found = Array.BinarySearch(starts, position);
        // Of empty spans that start at one place the last one has the text.
        found = found < 0 ? ~found - 1 : found;
        while (found + 1 < starts.Length && starts[found + 1] == starts[found])
            found++;
        return found;
    }

    /// <summary>The stretches between the ends of lines that the text itself has; their ends are left out.</summary>
    public IEnumerable<Range> Paragraphs()
    {
        var start = 0;
        for (var i = 1; i <= Text.Length; i++)
        {
            if (Breaks[i] != LineBreak.Mandatory)
                continue;
            yield return start..EndWithoutTerminator(start, i);
            start = i;
        }

        // What ends in a line feed has an empty line after it only when something follows; an empty text is one empty line.
        if (start < Text.Length || Text.Length == 0)
            yield return start..Text.Length;
    }

    private int EndWithoutTerminator(int start, int end)
    {
        while (end > start && Text[end - 1] is '\n' or '\r' or '\v' or '\f' or '\u0085' or '\u2028' or '\u2029')
            end--;
        return end;
    }

    private static string WellFormed(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
            return text;
        char[]? repaired = null;
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
            else if (char.IsSurrogate(text[i]))
                (repaired ??= text.ToCharArray())[i] = '\uFFFD';
        }

        return repaired is null ? text : new(repaired);
    }
}
