using System.Net;
using System.Text.RegularExpressions;

namespace Daybook.RedTeam;

/// <summary>Turns the digest's texts, some escaped and some HTML, back into plain text.</summary>
internal static partial class HtmlText
{
    /// <summary>Of text that was escaped for HTML.</summary>
    public static string? Unescape(string? escaped) => Tidy(WebUtility.HtmlDecode(escaped));

    /// <summary>Of a piece of HTML: tags are left out.</summary>
    public static string? Strip(string? html) => html is null ? null : Unescape(Tag().Replace(html, ""));

    private static string? Tidy(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    [GeneratedRegex("<[^>]*>", RegexOptions.None)]
    private static partial Regex Tag();
}
