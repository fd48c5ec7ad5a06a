using System.Text.RegularExpressions;

namespace Daybook.Composition;

/// <summary>The other texts a text is put together from. It may read names that it does not show itself.</summary>
internal static partial class LoadedText
{
    public static bool IsUsedBy(string text) => Statement().IsMatch(text);

    /// <summary>The names that are written out as plain texts, also in lists; computed ones are not known before rendering.</summary>
    public static IEnumerable<string> Names(string text) =>
        Statement().Matches(text).SelectMany(statement => Literal().Matches(statement.Value)).Select(literal => literal.Groups["name"].Value);

    [GeneratedRegex(@"\{%[-+]?\s*(include|extends|import|from)\b.*?%\}", RegexOptions.Singleline)]
    private static partial Regex Statement();

    [GeneratedRegex("""(?<quote>['"])(?<name>.*?)\k<quote>""", RegexOptions.Singleline)]
    private static partial Regex Literal();
}
