using System.Globalization;
using System.Text;
using Daybook.Tests.Jinja.Corpus;

namespace Daybook.Tests.Jinja;

/// <summary>The engine against what stock Jinja2 made of the same templates (recorded; the system tests ask Jinja2 itself).</summary>
public sealed class CorpusTests(ITestOutputHelper output)
{
    [Fact]
    public void The_engine_gives_what_stock_Jinja2_gives_except_for_the_known_differences()
    {
        var known = JinjaCorpus.KnownDifferences.SelectMany(difference => difference.Cases).ToHashSet(StringComparer.Ordinal);
        var (agreeing, disagreeing) = (0, new List<string>());
        var report = new StringBuilder();
        foreach (var source in JinjaCorpus.Cases)
        {
            var result = CaseRenderer.Render(source);
            if (result.AgreesWith(source.Expect!))
                agreeing++;
            else
                disagreeing.Add(source.Id);
            if (result.AgreesWith(source.Expect!) == known.Contains(source.Id))
                report.Append(CultureInfo.InvariantCulture, $"{source.Id}\n  template {source.Template}\n  Jinja2   {source.Expect}\n  Daybook  {result}\n");
        }

        output.WriteLine(JinjaCompatibilityPage.Agreement(agreeing, agreeing + disagreeing.Count));
        var unlisted = disagreeing.Except(known).ToList();
        var settled = known.Except(disagreeing).ToList();
        Assert.True(unlisted.Count == 0, $"{unlisted.Count} cases disagree and are not listed in known-differences.json:\n{report}");
        Assert.True(settled.Count == 0, $"listed in known-differences.json, but they agree or do not exist: {string.Join(", ", settled)}");
    }

    [Fact]
    public void The_compatibility_page_tells_the_agreement_and_lists_every_known_difference()
    {
        var differences = JinjaCorpus.KnownDifferences;
        var total = JinjaCorpus.Lines.Count();
        var page = File.ReadAllText(JinjaCompatibilityPage.Path);
        Assert.Contains(JinjaCompatibilityPage.Agreement(total - differences.Sum(difference => difference.Cases.Length), total), page, StringComparison.Ordinal);
        Assert.Equal(JinjaCompatibilityPage.Differences(differences), JinjaCompatibilityPage.DifferencesOn(page));
    }
}
