using Daybook.Composition;

namespace Daybook.Tests.Composition.Templates;

public class TemplateModelTests
{
    private const string Head = "metadata: {id: t, name: T, version: '1'}\n";

    [Fact]
    public void Blocks_are_in_the_order_they_are_rendered_and_ties_stay_as_in_the_file()
    {
        var template = TemplateFixture.Yaml(
            Head + "blocks:\n" + string.Concat(new[] { ("a", 2), ("b", 1), ("c", 2), ("d", -1) }.Select(block => $"  - {{id: {block.Item1}, type: data_block, order: {block.Item2}, title: X}}\n")));

        Assert.Equal("d b a c", string.Join(' ', template.Blocks.Select(block => block.Id)));
    }

    [Fact]
    public void What_is_left_out_has_its_documented_default()
    {
        var template = TemplateFixture.Yaml(Head + "blocks:\n  - {id: a, type: data_block, order: 1, title: A, icon: null}\n");
        var block = template.Blocks[0];

        Assert.Same(TemplateMetadata.DefaultPermissions, template.Metadata.Permissions);
        Assert.True(block.Enabled);
        Assert.Null(block.Icon);
        Assert.Equal((ErrorPolicy.Show, EmptyPolicy.Show), (block.OnError, block.OnEmpty));
        Assert.Empty(block.DataSources);
        Assert.Empty(template.ExportConfig.Formats);
    }

    [Fact]
    public void Any_sentence_can_stand_for_an_empty_block()
    {
        var block = TemplateFixture.Yaml(Head + "blocks:\n  - {id: a, type: data_block, order: 1, title: A, on_empty: Hide and seek was not played.}\n").Blocks[0];

        Assert.Equal((EmptyPolicy.Note, "Hide and seek was not played."), (block.OnEmpty, block.EmptyNote));
    }

    [Fact]
    public void Settings_of_a_source_keep_their_jinja_until_they_are_resolved()
    {
        var path = TemplateFixture.Yaml(Head + "datasets: {d: {source: file, path: ['a/{{ day }}.csv', plain.csv]}}\n").Datasets[0].Settings["path"];

        Assert.True(path.HoldsJinja);
        Assert.Equal("[\"a/{{ day }}.csv\",\"plain.csv\"]", path.Json.GetRawText());
        Assert.Equal("[7,\"plain.csv\"]", path.Resolve(text => System.Text.Json.JsonElement.Parse(text.Text == "a/{{ day }}.csv" ? "7" : "0")).GetRawText());
    }

    [Theory]
    [InlineData("2026-05-04", "2026-05-04T00:00:00.0000000+00:00")]
    [InlineData("2026-05-04T17:00", "2026-05-04T17:00:00.0000000+00:00")]
    [InlineData("2026-05-04T17:00:00Z", "2026-05-04T17:00:00.0000000+00:00")]
    [InlineData("2026-05-04T17:00:00.25-04:00", "2026-05-04T17:00:00.2500000-04:00")]
    public void Times_are_read_with_or_without_an_offset(string written, string time) =>
        Assert.Equal(time, TemplateFixture.Yaml($"metadata: {{id: t, name: T, version: '1', created_at: {written}}}\n").Metadata.CreatedAt!.Value.ToString("O"));

    [Fact]
    public void A_template_larger_than_allowed_is_not_read()
    {
        var small = new TemplateReader(new TemplateReaderOptions { Jinja = new ReportComposer(new ComposerOptions()).Jinja, SourceKinds = ["inline"], MaxBytes = 60 });

        Assert.Empty(small.Read(Head, "t.yaml").Diagnostics);
        Assert.Equal(DiagnosticCodes.TemplateTooLarge, Assert.Single(small.Read(Head + new string('#', 60), "t.yaml").Diagnostics).Code);
    }
}
