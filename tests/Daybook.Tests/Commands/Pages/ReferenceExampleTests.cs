using Daybook.Composition;
using Daybook.RedTeam;

namespace Daybook.Tests.Commands;

/// <summary>Every YAML example of the reference pages makes the report that the page shows.</summary>
public sealed class ReferenceExampleTests
{
    /// <summary>The file of a page that has answers of models.</summary>
    private const string Answers = "answers.json";

    private const string Head = "metadata: {id: page, name: Page, version: \"1\"}\n";

    public static TheoryData<PageExample> Examples =>
        [.. new[] { "blocks.md", "analysis.md", "templates.md", "datasets.md", "cob-data.md", "red-team-data.md" }.SelectMany(page => ExamplePage.Read(page).Examples)];

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task An_example_gives_what_the_page_says(PageExample example)
    {
        var page = ExamplePage.Read(example.Place.Split(':')[0]);
        using var run = new CommandRun();
        foreach (var (name, content) in page.Files)
            run.Write(name, content);
        if (example.Yaml.Contains("garak", StringComparison.Ordinal))
            await SampleLogs.WriteAsync(Path.Combine(run.Folder, "logs"), new DateOnly(2026, 5, 4), SampleSize.Small, TestContext.Current.CancellationToken);
        run.Write("t.yaml", Template(example, page));

        var exit = await run.RunAsync(
        [
            "render", "t.yaml", "--date", "2026-05-04", "--zone", "Europe/Berlin", "--close", "18:00", "--now", "2026-05-04T16:30:00Z", "--format", "markdown", "--out", "-",
            "--allow-scripts", .. page.Files.ContainsKey(Answers) ? new[] { "--answers", Answers } : [],
        ]);
        Assert.True(exit == 0 || example.Expected?.Contains("This block failed", StringComparison.Ordinal) == true || example.Expected?.Contains("Rule-based text**", StringComparison.Ordinal) == true, run.Talk + run.Read("t.yaml"));
        if (example.Expected is { } expected)
            Golden(expected, Sections(run.Out));
    }

    [Fact]
    public void Every_key_and_word_of_a_block_stands_in_an_example()
    {
        KeySet[] keys =
        [
            TemplateKeys.DataBlock, TemplateKeys.AnalysisBlock, TemplateKeys.VisualizationBlock, TemplateKeys.CustomBlock, TemplateKeys.CompositeBlock, TemplateKeys.DataConfig,
            TemplateKeys.TableConfig, TemplateKeys.TableColumn, TemplateKeys.AnalysisConfig, TemplateKeys.VisualizationConfig, TemplateKeys.CustomConfig, TemplateKeys.CompositeConfig,
        ];
        var text = AssertKeys(keys.SelectMany(set => set.Keys), "blocks.md");
        IEnumerable<string> words = [.. TemplateWords.ChartTypes.Words, .. TemplateWords.Aggregates.Words, .. TemplateWords.ColumnTypes.Words, .. TemplateWords.Alignments.Words];
        Assert.All(words, word => Assert.Contains($": {word}", text, StringComparison.Ordinal));
        AssertKeys([.. FileSettings.Keys, .. TemplateKeys.Dataset.Keys], "datasets.md");
    }

    /// <returns>All examples of the page.</returns>
    private static string AssertKeys(IEnumerable<string> keys, string page)
    {
        var text = string.Concat(ExamplePage.Read(page).Examples.Select(example => example.Yaml));
        Assert.All(keys.Distinct(), key => Assert.Matches($@"\b{key}:\s", text));
        return text;
    }

    private static string Template(PageExample example, ExamplePage page)
    {
        if (example.IsTemplate)
            return example.Yaml;
        var names = example.IsDatasets ? example.Yaml.Split('\n').Where(line => line.StartsWith("  ", StringComparison.Ordinal) && line[2] is not ' ' and not '#').Select(line => line.Trim().Split(':')[0]) : [];
        if (example.IsDatasets)
        {
            var paths = example.Yaml.Contains("previous: true", StringComparison.Ordinal) ? names.Append("previous.runs") : example.Yaml.Contains("state.json, spread: true", StringComparison.Ordinal) ? ["summary"] : names;
            return $"{Head}{example.Yaml}blocks:\n" + string.Concat(paths.Select((path, i) => $"  - {{id: d{i}, type: data_block, order: {i}, title: {path}, data_sources: [{path}]}}\n"));
        }


        var datasets = page.Examples.FirstOrDefault(one => one.IsDatasets)?.Yaml ?? "";
        var charts = page.Files.TryGetValue("charts", out _) ? "  charts: {source: file, path: charts, format: json}\n" : "";
        return $"{Head}{datasets}{charts}blocks:\n{example.Yaml}";
    }

    /// <summary>The report without its head and foot.</summary>
    private static string Sections(string report)
    {
        var start = report.IndexOf("\n## ", StringComparison.Ordinal) + 1;
        var end = report.LastIndexOf("\n---\n", StringComparison.Ordinal);
        return report[start..end].TrimEnd('\n') + "\n";
    }

    private static void Golden(string expected, string actual) => Assert.True(expected == actual, $"the page says:\n{expected}\nbut the program says:\n{actual}");
}
