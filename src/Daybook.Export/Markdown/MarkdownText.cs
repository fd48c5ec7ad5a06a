using System.Globalization;
using System.Text;

namespace Daybook.Export;

/// <summary>Escapes plain text so that GitHub Flavored Markdown shows exactly that text and nothing else.</summary>
internal static class MarkdownText
{
    /// <param name="lineStart">True where the text opens a line: there <c># + - = &gt; 1.</c> would start a block.</param>
    /// <param name="inTable">True inside a table cell, where a pipe ends the cell.</param>
    public static void Append(StringBuilder output, string text, bool lineStart, bool inTable)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var opens = lineStart && i == 0;
            switch (c)
            {
                case '\\' or '`' or '*' or '[' or ']' or '<' or '~' or '$':
                case '_' when !IsInsideWord(text, i):
                case '|' when inTable:
                case ':' when IsScheme(text, i):
                case '.' when i >= 3 && string.Compare(text, i - 3, "www", 0, 3, StringComparison.OrdinalIgnoreCase) == 0:
                case '#' or '=' or '>' when opens:
                case '+' or '-' when opens && EndsMarker(text, i):
                case '.' or ')' when lineStart && i is > 0 and < 10 && EndsMarker(text, i) && text.AsSpan(0, i).IndexOfAnyExceptInRange('0', '9') < 0:
                    output.Append('\\').Append(c);
                    break;
                case '&' when i + 1 < text.Length && (text[i + 1] == '#' || char.IsAsciiLetter(text[i + 1])):
                    output.Append("&amp;");
                    break;
                case ' ' when opens:
                    output.Append("&#32;");
                    break;
                case '\n' or '\r' or '\t':
                    output.Append(' ');
                    break;
                case < ' ' or '\u007f':
                    output.Append(CultureInfo.InvariantCulture, $"\\\\x{(int)c:x2}");
                    break;
                default:
                    output.Append(c);
                    break;
            }
        }
    }

    /// <summary>A link target as it may stand between parentheses.</summary>
    public static string LinkTarget(string target)
    {
        var safe = new StringBuilder(target.Length);
        foreach (var c in target)
        {
            if (c is '\\' or '<' or '>' or '|' or '(' or ')' or ' ' or '"' or '\'' or '`' or < ' ' or '\u007f')
                safe.Append('%').Append(((int)c).ToString("X2", CultureInfo.InvariantCulture));
            else if (c == '&')
                safe.Append("&amp;");
            else
                safe.Append(c);
        }

        return safe.ToString();
    }

    public static int LongestRun(string text, char c)
    {
        var longest = 0;
        var run = 0;
        foreach (var next in text)
        {
            run = next == c ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }

    /// <summary>An underscore between letters or digits never opens emphasis.</summary>
    private static bool IsInsideWord(string text, int index) =>
        index > 0 && index + 1 < text.Length && char.IsLetterOrDigit(text[index - 1]) && char.IsLetterOrDigit(text[index + 1]);

    /// <summary>True when a list marker, a rule or an underline would end here: before a space, a repetition or the end.</summary>
    private static bool EndsMarker(string text, int index) =>
        index + 1 == text.Length || text[index + 1] is ' ' or '\n' or '\r' or '\t' || text[index + 1] == text[index];

    /// <summary>True for the colon of <c>http:</c>, <c>https:</c>, <c>ftp:</c>, <c>mailto:</c> and <c>tel:</c>, which GFM readers turn into links by themselves.</summary>
    private static bool IsScheme(string text, int colon)
    {
        var begin = colon;
        while (begin > 0 && char.IsAsciiLetter(text[begin - 1]))
            begin--;
        return text.AsSpan(begin, colon - begin).ToString().ToUpperInvariant() is "HTTP" or "HTTPS" or "FTP" or "MAILTO" or "TEL" or "XMPP";
    }
}
