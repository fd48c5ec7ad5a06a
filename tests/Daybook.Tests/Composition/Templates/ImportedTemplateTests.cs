using Daybook.Composition;

namespace Daybook.Tests.Composition.Templates;

public class ImportedTemplateTests
{
    [Theory]
    [InlineData("dialect-root-template.yaml")]
    [InlineData("dialect-config-blocks.json")]
    public void A_template_of_another_program_becomes_ours_and_every_key_left_out_is_named(string name)
    {
        var result = TemplateFixture.Reader.Read(File.ReadAllText(TemplateFixture.Sample(name)), name);

        Golden.Matches(TemplateFixture.Lines(result.Diagnostics) + "\n\n" + (result.Template is null ? "" : TemplateWriter.ToYaml(result.Template)), name + ".golden");
        Assert.NotNull(result.Template);
    }

    [Fact]
    public void What_was_imported_reads_like_any_other_template()
    {
        const string Name = "dialect-config-blocks.json";
        var imported = TemplateFixture.Reader.Read(File.ReadAllText(TemplateFixture.Sample(Name)), Name).Template!;

        var again = TemplateFixture.Reader.Read(TemplateWriter.ToJson(imported), "again.json");

        Assert.Empty(again.Diagnostics);
        Assert.Equal(TemplateWriter.ToJson(imported), TemplateWriter.ToJson(again.Template!));
    }

    [Theory]
    [InlineData("title")]
    [InlineData("findings_by_severity")]
    [InlineData("recommendations")]
    [InlineData("metrics")]
    [InlineData("compliance_checklist")]
    [InlineData("executive_summary")]
    [InlineData("ai_analysis")]
    [InlineData("security_metrics")]
    [InlineData("toxicity_heatmap")]
    [InlineData("custom_content")]
    [InlineData("data_table")]
    [InlineData("sparkles")]
    public void A_block_from_which_nothing_could_be_printed_is_refused(string type)
    {
        var problems = TemplateFixture.JsonProblems($$$"""{"id": "x", "name": "X", "version": "1", "config": {"blocks": [{"id": "a", "title": "A", "block_type": "{{{type}}}", "config": {}}]}}""");

        Assert.Contains($"error: a block of type '{type}' has no counterpart as it stands here [unmapped_block]", problems);
    }

    [Theory]
    [InlineData("\"script\": \"scripts/score.py\"")]
    [InlineData("\"script_file\": \"score.js\"")]
    public void A_script_in_a_file_is_refused(string script)
    {
        var problems = TemplateFixture.JsonProblems($$"""{"template": {"id": "x", "name": "X", "version": "1", "blocks": [{"id": "a", "title": "A", "type": "custom_block", {{script}} }]} }""");

        Assert.Contains("[script_file_refused]", problems);
    }
}
