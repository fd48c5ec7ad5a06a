using System.Text;

namespace Daybook.Jinja.Python;

/// <summary>Removes tags and comments as markupsafe's <c>striptags</c> does, with no more understanding of HTML than that.</summary>
internal static class HtmlTags
{
    private const string CommentStart = "<!--";
    private const string CommentEnd = "-->";

    /// <summary>The text without comments and tags, its white space as single spaces, its entities decoded.</summary>
    public static string Strip(string markup)
    {
        var withoutTags = Remove(Remove(markup, CommentStart, CommentEnd), "<", ">");
        return HtmlEntities.Decode(string.Join(' ', TextSplitting.Split(withoutTags, null, -1)));
    }

    /// <summary>Removes each shortest stretch from a start to the next end.</summary>
    private static string Remove(string text, string start, string end)
    {
        var output = new StringBuilder(text.Length);
        var at = 0;
        while (true)
        {
            var open = text.IndexOf(start, at, StringComparison.Ordinal);
            var close = open < 0 ? -1 : text.IndexOf(end, open + start.Length, StringComparison.Ordinal);
            if (close < 0)
                return output.Append(text, at, text.Length - at).ToString();
            output.Append(text, at, open - at);
            at = close + end.Length;
        }
    }
}
