namespace Daybook.Jinja.Python;

/// <summary>Python's whitespace and the operations that rest on it.</summary>
internal static class PyStrings
{
    /// <summary>What <c>str.isspace</c> takes for a space: .NET's white space and the four information separators.</summary>
    public static bool IsSpace(char c) => char.IsWhiteSpace(c) || c is >= '\x1c' and <= '\x1f';

    /// <summary><c>text.strip()</c>.</summary>
    public static string Trim(string text)
    {
        var start = 0;
        while (start < text.Length && IsSpace(text[start]))
            start++;
        var end = text.Length;
        while (end > start && IsSpace(text[end - 1]))
            end--;
        return text[start..end];
    }
}
