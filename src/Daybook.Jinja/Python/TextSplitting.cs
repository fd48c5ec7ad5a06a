namespace Daybook.Jinja.Python;

/// <summary>Stripping and splitting text, as <c>strip</c>, <c>split</c>, <c>splitlines</c> and <c>partition</c> do.</summary>
internal static class TextSplitting
{
    /// <summary>Strips white space, or the code points of <paramref name="characters"/>.</summary>
    public static string Strip(string text, string? characters = null, bool left = true, bool right = true)
    {
        var (start, end) = (0, text.Length);
        if (left)
        {
            while (start < end && IsStripped(text, start, characters))
                start += CodePoints.LengthAt(text, start);
        }

        while (right && end > start)
        {
            var last = end >= 2 && CodePoints.LengthAt(text, end - 2) == 2 ? end - 2 : end - 1;
            if (!IsStripped(text, last, characters))
                break;
            end = last;
        }

        return text[start..end];
    }

    private static bool IsStripped(string text, int index, string? characters)
        => characters is null
            ? CharacterClasses.IsSpace(text[index])
            : characters.AsSpan().Contains(text.AsSpan(index, CodePoints.LengthAt(text, index)), StringComparison.Ordinal);

    /// <summary><c>text.split(separator, most)</c>.</summary>
    /// <param name="text">What is split.</param>
    /// <param name="separator">Null for runs of white space.</param>
    /// <param name="most">How many splits are made; negative for all.</param>
    public static List<string> Split(string text, string? separator, long most)
    {
        if (separator is null)
            return SplitSpaces(text, most);
        var parts = new List<string>();
        var start = 0;
        for (var next = Next(text, separator, start); next >= 0 && (most < 0 || parts.Count < most); next = Next(text, separator, start))
        {
            parts.Add(text[start..next]);
            start = next + separator.Length;
        }

        parts.Add(text[start..]);
        return parts;
    }

    /// <summary><c>text.rsplit(separator, most)</c>.</summary>
    public static List<string> SplitRight(string text, string? separator, long most)
    {
        if (most < 0)
            return Split(text, separator, most);
        if (separator is null)
            return SplitSpacesRight(text, most);
        var parts = new List<string>();
        var end = text.Length;
        while (parts.Count < most)
        {
            var last = text.AsSpan(0, end).LastIndexOf(separator.AsSpan());
            if (last < 0)
                break;
            parts.Add(text[(last + separator.Length)..end]);
            end = last;
        }

        parts.Add(text[..end]);
        parts.Reverse();
        return parts;
    }

    /// <summary><c>text.splitlines(keepEnds)</c>.</summary>
    public static List<string> Lines(string text, bool keepEnds = false)
    {
        var lines = new List<string>();
        var start = 0;
        for (var i = 0; i < text.Length;)
        {
            if (!CharacterClasses.IsLineBreak(text[i]))
            {
                i++;
                continue;
            }

            var next = text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n' ? i + 2 : i + 1;
            lines.Add(text[start..(keepEnds ? next : i)]);
            start = i = next;
        }

        if (start < text.Length)
            lines.Add(text[start..]);
        return lines;
    }

    /// <summary>What stands before, is and stands after the first separator; the whole text and two empty ones if there is none.</summary>
    public static (string Before, string Separator, string After) Partition(string text, string separator)
    {
        var index = Next(text, separator, 0);
        return index < 0 ? (text, "", "") : (text[..index], separator, text[(index + separator.Length)..]);
    }

    /// <summary>As <see cref="Partition"/> at the last separator; two empty texts and the whole if there is none.</summary>
    public static (string Before, string Separator, string After) PartitionRight(string text, string separator)
    {
        var index = text.LastIndexOf(separator, StringComparison.Ordinal);
        return index < 0 ? ("", "", text) : (text[..index], separator, text[(index + separator.Length)..]);
    }

    private static int Next(string text, string separator, int start) => text.IndexOf(separator, start, StringComparison.Ordinal);

    private static List<string> SplitSpaces(string text, long most)
    {
        var parts = new List<string>();
        var i = SkipSpaces(text, 0);
        while (i < text.Length && (most < 0 || parts.Count < most))
        {
            var start = i;
            while (i < text.Length && !CharacterClasses.IsSpace(text[i]))
                i++;
            parts.Add(text[start..i]);
            i = SkipSpaces(text, i);
        }

        if (i < text.Length)
            parts.Add(text[i..]);
        return parts;
    }

    private static int SkipSpaces(string text, int index)
    {
        while (index < text.Length && CharacterClasses.IsSpace(text[index]))
            index++;
        return index;
    }

    private static List<string> SplitSpacesRight(string text, long most)
    {
        var parts = new List<string>();
        var end = Strip(text, left: false).Length;
        while (end > 0 && parts.Count < most)
        {
            var start = end;
            while (start > 0 && !CharacterClasses.IsSpace(text[start - 1]))
                start--;
            parts.Add(text[start..end]);
            end = Strip(text[..start], left: false).Length;
        }

        if (end > 0)
            parts.Add(text[..end]);
        parts.Reverse();
        return parts;
    }
}
