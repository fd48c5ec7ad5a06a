using System.Globalization;
using System.Text;

namespace Daybook.Jinja.Python;

/// <summary><c>repr(str)</c>: single quotes unless only those occur in the text, and an escape for what cannot be printed.</summary>
internal static class PyStringRepr
{
    public static void Write(StringBuilder output, string text)
    {
        var quote = text.Contains('\'') && !text.Contains('"') ? '"' : '\'';
        output.Append(quote);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == quote || c == '\\')
                output.Append('\\').Append(c);
            else if (c is >= ' ' and < '\x7f')
                output.Append(c);
            else
                i += WriteUnusual(output, text, i) - 1;
        }

        output.Append(quote);
    }

    /// <summary>The text with everything beyond ASCII escaped, as <c>ascii()</c> gives it.</summary>
    public static string Ascii(string repr)
    {
        if (System.Text.Ascii.IsValid(repr))
            return repr;
        var output = new StringBuilder();
        for (var i = 0; i < repr.Length; i++)
        {
            if (char.IsAscii(repr[i]))
            {
                output.Append(repr[i]);
                continue;
            }

            var codePoint = CodePoints.At(repr, i, out var length);
            WriteEscape(output, codePoint);
            i += length - 1;
        }

        return output.ToString();
    }

    /// <returns>How many UTF-16 units were dealt with.</returns>
    private static int WriteUnusual(StringBuilder output, string text, int index)
    {
        var codePoint = CodePoints.At(text, index, out var length);
        if (codePoint == '\n')
            output.Append("\\n");
        else if (codePoint == '\r')
            output.Append("\\r");
        else if (codePoint == '\t')
            output.Append("\\t");
        else if (CodePoints.IsPrintable(codePoint))
            output.Append(text, index, length);
        else
            WriteEscape(output, codePoint);
        return length;
    }

    private static void WriteEscape(StringBuilder output, int codePoint)
    {
        var format = codePoint switch
        {
            <= 0xff => "\\x{0:x2}",
            <= 0xffff => "\\u{0:x4}",
            _ => "\\U{0:x8}",
        };
        output.AppendFormat(CultureInfo.InvariantCulture, format, codePoint);
    }
}
