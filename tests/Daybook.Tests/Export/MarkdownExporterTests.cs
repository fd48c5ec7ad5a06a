using System.Collections.Immutable;
using Daybook.Documents;
using Daybook.Export;
using Daybook.Tests.Documents;

namespace Daybook.Tests.Export;

public sealed class MarkdownExporterTests
{
    [Fact]
    public void Every_node_is_written_as_a_reader_expects() =>
        Golden.Matches(MarkdownExporter.Text(SampleDocuments.EveryNode, new ExportOptions()), "every-node.md");

    [Fact]
    public void Charts_and_metadata_can_be_left_out()
    {
        var text = MarkdownExporter.Text(SampleDocuments.EveryNode, new ExportOptions { IncludeCharts = false, IncludeMetadata = false });
        Assert.DoesNotContain("Prompts by day", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Template:", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("# no heading", "\\# no heading")]
    [InlineData("- no item", "\\- no item")]
    [InlineData("1. no item", "1\\. no item")]
    [InlineData("=== no underline", "\\=== no underline")]
    [InlineData("<script>alert(1)</script>", "\\<script>alert(1)\\</script>")]
    [InlineData("[x](javascript:1) ![y](z)", "\\[x\\](javascript:1) !\\[y\\](z)")]
    [InlineData("a *b* _c_ ~~d~~ `e`", "a \\*b\\* \\_c\\_ \\~\\~d\\~\\~ \\`e\\`")]
    [InlineData("see https://evil.example and www.evil.example or me@evil.example", "see https\\://evil.example and www\\.evil.example or me@evil.example")]
    [InlineData("AT&amp;T &lt;", "AT&amp;amp;T &amp;lt;")]
    [InlineData("one\ntwo\tthree", "one two three")]
    [InlineData(" edge ", "&#32;edge&#32;")]
    public void Text_stays_text(string text, string expected) =>
        Assert.Equal(expected, Write(new Paragraph([new TextInline(text)])));

    [Fact]
    public void Delimiters_beside_letters_keep_their_meaning() =>
        Assert.Equal("&#97;_b_&#99;", Write(new Paragraph([new TextInline("a"), new Emphasis([new TextInline("b")]), new TextInline("c")])));

    private static string Write(params ImmutableArray<DocumentBlock> blocks) => MarkdownBlocks.Of(blocks, new ExportOptions()).TrimEnd('\n');
}
