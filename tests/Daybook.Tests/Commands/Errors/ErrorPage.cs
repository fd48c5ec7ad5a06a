using System.Text.RegularExpressions;

namespace Daybook.Tests.Commands;

/// <summary>The rows of <c>docs/reference/errors.md</c>: code and literal message.</summary>
internal static partial class ErrorPage
{
    public static IReadOnlyDictionary<string, string> Messages { get; } = Row().Matches(Repository.Read("docs/reference/errors.md"))
        .ToDictionary(match => match.Groups["code"].Value, match => match.Groups["example"].Value.Replace("\\|", "|", StringComparison.Ordinal), StringComparer.Ordinal);

    [GeneratedRegex(@"^\| `(?<code>[a-z_]+)` \| [^|\n]+ \| (?<example>(?:[^|\n]|\\\|)+) \| [^|\n]+ \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
