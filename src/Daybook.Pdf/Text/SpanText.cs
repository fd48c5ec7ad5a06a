namespace Daybook.Pdf;

/// <summary>The text of several spans as one, and the places where its lines may or must end. Set anew for each block.</summary>
internal sealed class SpanText
{
    private readonly List<int> starts = [];
    private LineBreak[] breaks = new LineBreak[256];

    public IReadOnlyList<TextSpan> Spans { get; private set; } = [];

    public string Text { get; private set; } = "";

    /// <summary>Halves of surrogate pairs become U+FFFD: they are no text.</summary>
    public void Set(IReadOnlyList<TextSpan> spans)
    {
        Spans = spans;
        Text = WellFormed(spans.Count == 1 ? spans[0].Text : string.Concat(spans.Select(span => span.Text)));
        starts.Clear();
        var start = 0;
        for (var i = 0; i < spans.Count; i++)
        {
            starts.Add(start);
            start += spans[i].Text.Length;
        }

        if (breaks.Length <= Text.Length)
            breaks = new LineBreak[Math.Max(breaks.Length * 2, Text.Length + 1)];
        LineBreaker.Find(Text, breaks.AsSpan(0, Text.Length + 1));
    }

    /// <summary>Whether a line may or must end before the place.</summary>
    public LineBreak BreakAt(int position) => breaks[position];

    public int SpanStart(int span) => starts[span];

    public int SpanEnd(int span) => span + 1 < starts.Count ? starts[span + 1] : Text.Length;

    public int SpanAt(int position)
    {
        if (starts.Count == 1)
            return 0;
        var found = starts.BinarySearch(position);
        // Of empty spans that start at one place the last one has the text.
        found = found < 0 ? ~found - 1 : found;
        while (found + 1 < starts.Count && starts[found + 1] == starts[found])
            found++;
        return found;
    }

    /// <summary>
    /// The stretch from <paramref name="start"/> to the next end of a line that the text itself has. What ends in a line feed has no empty
    /// line after it; an empty text is one empty line.
    /// </summary>
    /// <param name="end">Without what ends the line.</param>
    /// <param name="next">Where the next stretch starts.</param>
    public bool NextParagraph(int start, out int end, out int next)
    {
        next = start;
        while (next < Text.Length && breaks[++next] != LineBreak.Mandatory)
        {
        }

        end = next;
        while (end > start && Text[end - 1] is '\n' or '\r' or '\v' or '\f' or '\u0085' or '\u2028' or '\u2029')
            end--;
        next = Math.Max(next, start + 1);
        return start < Text.Length || Text.Length == 0 && start == 0;
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
