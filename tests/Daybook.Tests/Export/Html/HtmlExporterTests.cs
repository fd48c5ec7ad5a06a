using Daybook.Tests.Documents;

namespace Daybook.Tests.Export.Html;

public sealed class HtmlExporterTests
{
    [Fact]
    public void The_page_is_well_formed() => Assert.Equal("html", HtmlPages.Tree(HtmlPages.Text(SampleDocuments.EveryNode)).Root!.Name.LocalName);

    [Fact]
    public void The_same_document_gives_the_same_bytes() =>
        Assert.Equal(HtmlPages.Text(SampleDocuments.EveryNode), HtmlPages.Text(SampleDocuments.EveryNode));
}
