using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Daybook.Documents;

namespace Daybook.Tests.Documents;

public sealed class DocumentJsonTests
{
    [Fact]
    public void Every_node_has_a_JSON_form_that_is_kept()
    {
        var json = Encoding.UTF8.GetString(DocumentJson.Write(SampleDocuments.EveryNode));
        var indented = JsonNode.Parse(json)!.ToJsonString(new JsonSerializerOptions { WriteIndented = true, MaxDepth = 200 });
        Golden.Matches(indented + "\n", "every-node.json");
    }

    [Fact]
    public void What_is_read_is_what_was_written()
    {
        var bytes = DocumentJson.Write(SampleDocuments.EveryNode);
        Assert.Equal(Encoding.UTF8.GetString(bytes), Encoding.UTF8.GetString(DocumentJson.Write(DocumentJson.Read(bytes))));
    }

    [Theory]
    [InlineData("{}", "missing required")]
    [InlineData("null", "null")]
    [InlineData("[1", "Not a document")]
    [InlineData("""{"version":2,"metadata":null,"sections":[]}""", "metadata")]
    public void What_is_not_a_document_is_refused_with_its_place(string json, string expected)
    {
        var error = Assert.Throws<DocumentFormatException>(() => DocumentJson.Read(Encoding.UTF8.GetBytes(json)));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_of_a_newer_version_is_refused_by_name()
    {
        var json = Encoding.UTF8.GetString(DocumentJson.Write(SampleDocuments.EveryNode)).Replace("{\"version\":1", "{\"version\":2", StringComparison.Ordinal);
        var error = Assert.Throws<DocumentFormatException>(() => DocumentJson.Read(Encoding.UTF8.GetBytes(json)));
        Assert.Contains("version 2", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"node\":\"heading\"", "\"node\":\"marquee\"")]
    [InlineData("\"severity\":\"critical\"", "\"severity\":\"awful\"")]
    [InlineData("\"level\":1", "\"level\":1,\"blink\":true")]
    public void An_unknown_node_value_or_key_is_refused(string known, string unknown)
    {
        var json = Encoding.UTF8.GetString(DocumentJson.Write(SampleDocuments.EveryNode));
        Assert.Contains(known, json, StringComparison.Ordinal);
        Assert.Throws<DocumentFormatException>(() => DocumentJson.Read(Encoding.UTF8.GetBytes(json.Replace(known, unknown, StringComparison.Ordinal))));
    }

    [Fact]
    public void The_deepest_allowed_document_round_trips_and_one_level_more_is_refused()
    {
        var deepest = Nested(DocumentLimits.MaximumDepth - 1);
        var bytes = DocumentJson.Write(deepest);
        Assert.Equal(bytes, DocumentJson.Write(DocumentJson.Read(bytes)));

        var error = Assert.Throws<DocumentFormatException>(() => DocumentLimits.Check(Nested(DocumentLimits.MaximumDepth)));
        Assert.Contains("deeper than 32", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_with_too_many_nodes_is_refused()
    {
        var row = new TableRow([.. Enumerable.Repeat((Cell)new EmptyCell(), 1000)]);
        var table = new Table([], [.. Enumerable.Repeat(row, DocumentLimits.MaximumNodes / 1000)]);
        var document = new ReportDocument(SampleDocuments.Metadata, [new Section("a", null, SectionKind.Data, [table])]);
        var error = Assert.Throws<DocumentFormatException>(() => DocumentLimits.Check(document));
        Assert.Contains("more than 5,000,000 nodes", error.Message, StringComparison.Ordinal);
    }

    private static ReportDocument Nested(int quotes)
    {
        ImmutableArray<DocumentBlock> blocks = [new Divider()];
        for (var i = 1; i < quotes; i++)
            blocks = [new Quote(blocks)];
        return new ReportDocument(SampleDocuments.Metadata, [new Section("deep", null, SectionKind.Data, blocks)]);
    }
}
