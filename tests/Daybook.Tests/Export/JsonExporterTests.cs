using System.Text;
using System.Text.Json;
using Daybook.Documents;
using Daybook.Export;
using Daybook.Tests.Documents;

namespace Daybook.Tests.Export;

public sealed class JsonExporterTests
{
    [Fact]
    public async Task The_guides_shape_stands_beside_the_whole_document()
    {
        using var json = JsonDocument.Parse(await ExportAsync());
        var root = json.RootElement;
        Assert.Equal(["metadata", "parameters", "blocks", "rendered_at", "document"], root.EnumerateObject().Select(p => p.Name));
        Assert.Equal("Close, daily", root.GetProperty("metadata").GetProperty("name").GetString());
        Assert.Equal("Day", root.GetProperty("parameters").GetProperty("shift_name").GetString());
        Assert.Equal("2026-05-04T18:00:01-04:00", root.GetProperty("rendered_at").GetString());

        var document = DocumentJson.Read(Encoding.UTF8.GetBytes(root.GetProperty("document").GetRawText()));
        Assert.Equal(DocumentJson.Write(WithoutData(SampleDocuments.EveryNode)), DocumentJson.Write(document));
    }

    [Fact]
    public async Task A_larger_value_that_two_blocks_show_is_written_once()
    {
        var value = $$"""{"cob.runs": "{{new string('x', 2000)}}", "n": 1}""";
        Section Block(string id, params DocumentBlock[] blocks) => new(id, id, blocks.Length == 0 ? SectionKind.Data : SectionKind.Composite, [.. blocks]) { Data = value };
        var document = SampleDocuments.EveryNode with { Sections = [Block("outer", Block("first")), Block("second")] };
        using var output = new MemoryStream();
        await new JsonExporter().ExportAsync(document, new ExportOptions(), output, CancellationToken.None);
        using var json = JsonDocument.Parse(output.ToArray());
        var blocks = json.RootElement.GetProperty("blocks");
        Assert.Equal(2000, blocks[0].GetProperty("sub_blocks")[0].GetProperty("data").GetProperty("cob.runs").GetString()!.Length);
        Assert.Equal("#/blocks/0/sub_blocks/0/data/cob.runs", blocks[1].GetProperty("data").GetProperty("cob.runs").GetProperty("$ref").GetString());
        Assert.Equal(1, blocks[1].GetProperty("data").GetProperty("n").GetInt32());
    }

    private static ReportDocument WithoutData(ReportDocument document) => document with { Sections = [.. document.Sections.Select(section => section with { Data = null })] };

    [Fact]
    public async Task Each_kind_of_block_has_the_fields_of_the_guide()
    {
        using var json = JsonDocument.Parse(await ExportAsync());
        var blocks = json.RootElement.GetProperty("blocks");
        Assert.Equal("data", blocks[0].GetProperty("type").GetString());
        Assert.Equal("ok", blocks[0].GetProperty("status").GetString());
        Assert.Equal("executions.total_tests", blocks[0].GetProperty("sources")[0].GetString());
        Assert.Equal("1.50", blocks[0].GetProperty("data").GetProperty("total").GetRawText());
        Assert.StartsWith("# Overview", blocks[0].GetProperty("content").GetString(), StringComparison.Ordinal);

        var chart = blocks[1].GetProperty("sub_blocks")[2];
        Assert.Equal("chart", chart.GetProperty("render_type").GetString());
        var config = chart.GetProperty("chart_config");
        Assert.Equal("line", config.GetProperty("type").GetString());
        Assert.True(config.GetProperty("responsive").GetBoolean());
        Assert.Equal("""[1,null,3.25]""", JsonSerializer.Serialize(config.GetProperty("data").GetProperty("datasets")[0].GetProperty("data")));

        Assert.Equal("script_time", blocks[2].GetProperty("error").GetProperty("code").GetString());
        Assert.Equal("no_provider", blocks[3].GetProperty("reason").GetProperty("code").GetString());
    }

    private static async Task<byte[]> ExportAsync()
    {
        using var output = new MemoryStream();
        await new JsonExporter().ExportAsync(SampleDocuments.EveryNode, new ExportOptions(), output, CancellationToken.None);
        return output.ToArray();
    }
}
