using System.Text;

namespace Daybook.Jinja.Python;

/// <summary>Searching and replacing within text; indexes are counted in code points.</summary>
internal static class TextSearch
{
    /// <summary>A part of a text between bounds as <c>find</c>, <c>count</c> and <c>startswith</c> take them.</summary>
    /// <param name="text">The whole.</param>
    /// <param name="start">A code point index, negative from the end, or None.</param>
    /// <param name="end">As <paramref name="start"/>.</param>
    /// <param name="offset">Where the part begins, in code points.</param>
    /// <returns>Null if the start lies beyond the end, where not even the empty text is found.</returns>
    public static string? Part(string text, object? start, object? end, out int offset)
    {
        offset = 0;
        if (start is null && end is null)
            return text;
        var length = CodePoints.Count(text);
        var bounds = PySlice.Of(start, end, null, length);
        offset = bounds.Start;
        var isBeyond = PySlice.IsBeyond(start, length) || PySlice.IsInverted(start, end, length);
        return isBeyond ? null : text[CodePoints.UnitIndex(text, offset)..CodePoints.UnitIndex(text, offset + bounds.Count)];
    }

    /// <summary>The code point index of the first (or last) occurrence; -1 if there is none.</summary>
    public static int Find(string text, string wanted, object? start, object? end, bool last)
    {
        if (Part(text, start, end, out var offset) is not { } part)
            return -1;
        var index = last ? LastIndex(part, wanted) : part.IndexOf(wanted, StringComparison.Ordinal);
        return index < 0 ? -1 : offset + (CodePoints.AreUnits(part) ? index : CodePoints.Count(part[..index]));
    }

    private static int LastIndex(string text, string wanted)
        => wanted.Length == 0 ? text.Length : text.LastIndexOf(wanted, StringComparison.Ordinal);

    /// <summary>How often a text occurs without overlap; the empty text occurs between all code points and at both ends.</summary>
    public static int Count(string? text, string wanted)
    {
        if (text is null)
            return 0;
        if (wanted.Length == 0)
            return CodePoints.Count(text) + 1;
        return text.AsSpan().Count(wanted.AsSpan());
    }

    /// <summary><c>text.replace(old, new, most)</c>.</summary>
    public static string Replace(string text, string old, string replacement, long most, PyLimits limits)
    {
        long count = Count(text, old);
        if (most >= 0)
            count = Math.Min(count, most);
        if (count == 0)
            return text;
        limits.CheckText(text.Length + (count * (replacement.Length - old.Length)));
        if (old.Length == 0)
            return Intersperse(text, replacement, count);
        if (most < 0)
            return text.Replace(old, replacement, StringComparison.Ordinal);
        var output = new StringBuilder();
        var start = 0;
        for (; count > 0; count--)
        {
            var next = text.IndexOf(old, start, StringComparison.Ordinal);
            output.Append(text, start, next - start).Append(replacement);
            start = next + old.Length;
        }

        return output.Append(text, start, text.Length - start).ToString();
    }

    private static string Intersperse(string text, string replacement, long count)
    {
        var output = new StringBuilder();
        var i = 0;
        for (; count > 0; count--)
        {
            output.Append(replacement);
            if (i >= text.Length)
                continue;
            var length = CodePoints.LengthAt(text, i);
            output.Append(text, i, length);
            i += length;
        }

        return output.Append(text, i, text.Length - i).ToString();
    }
}
