using System.Globalization;

namespace Daybook.Tests.Jinja.Corpus;

/// <summary>What docs/reference/jinja-compatibility.md has to say about the corpus.</summary>
internal static class JinjaCompatibilityPage
{
    private const string DifferencesHeading = "## Known differences\n";

    public static string Path => System.IO.Path.GetFullPath(System.IO.Path.Combine(JinjaCorpus.Folder, "../../../docs/reference/jinja-compatibility.md"));

    public static string Agreement(int agreeing, int total) => string.Create(
        CultureInfo.InvariantCulture, $"{agreeing:N0} of {total:N0} cases agree; {total - agreeing:N0} {(total - agreeing == 1 ? "is a known difference" : "are known differences")}.");

    public static string Differences(IEnumerable<KnownDifference> differences) => string.Join("\n", differences.Select(difference =>
        $"### {difference.Title}\n\n{difference.Reason}\n\nCases: {string.Join(", ", difference.Cases.Select(id => $"`{id}`"))}\n"));

    /// <summary>The part of the page that <see cref="Differences"/> makes.</summary>
    public static string DifferencesOn(string page)
    {
        var start = page.IndexOf("### ", page.IndexOf(DifferencesHeading, StringComparison.Ordinal), StringComparison.Ordinal);
        return page[start..];
    }
}
