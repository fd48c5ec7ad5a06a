using System.Text;

namespace Daybook.Jinja.Python;

/// <summary><c>center</c>, <c>ljust</c>, <c>rjust</c>, <c>zfill</c> and <c>expandtabs</c>.</summary>
internal static class TextPadding
{
    /// <summary>The odd space goes before the text if the width is odd, after it otherwise.</summary>
    public static string Center(string text, long width, string fill, PyLimits limits)
    {
        var padding = PaddingOf(text, width, limits);
        var left = (padding / 2) + (int)(padding & width & 1);
        return padding == 0 ? text : TextLayout.Fill(fill, left, limits) + text + TextLayout.Fill(fill, padding - left, limits);
    }

    public static string Left(string text, long width, string fill, PyLimits limits)
        => text + TextLayout.Fill(fill, PaddingOf(text, width, limits), limits);

    public static string Right(string text, long width, string fill, PyLimits limits)
        => TextLayout.Fill(fill, PaddingOf(text, width, limits), limits) + text;

    /// <summary>Zeros after the sign, if there is one.</summary>
    public static string ZeroFill(string text, long width, PyLimits limits)
    {
        var zeros = TextLayout.Fill("0", PaddingOf(text, width, limits), limits);
        return text.StartsWith('+') || text.StartsWith('-') ? text[0] + zeros + text[1..] : zeros + text;
    }

    public static string ExpandTabs(string text, long size, PyLimits limits)
    {
        if (!text.Contains('\t'))
            return text;
        var output = new StringBuilder(text.Length);
        long column = 0;
        foreach (var c in text)
        {
            if (c == '\t')
            {
                var spaces = size > 0 ? size - (column % size) : 0;
                limits.CheckText(output.Length + spaces);
                output.Append(' ', (int)spaces);
                column += spaces;
                continue;
            }

            column = c is '\n' or '\r' ? 0 : char.IsLowSurrogate(c) ? column : column + 1;
            output.Append(c);
        }

        return output.ToString();
    }

    private static int PaddingOf(string text, long width, PyLimits limits)
    {
        var padding = Math.Max(0, width - CodePoints.Count(text));
        limits.CheckText(text.Length + padding);
        return (int)padding;
    }
}
