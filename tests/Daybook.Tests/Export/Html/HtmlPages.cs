using System.Text;
using System.Xml;
using System.Xml.Linq;
using Daybook.Documents;
using Daybook.Export;

namespace Daybook.Tests.Export.Html;

internal static class HtmlPages
{
    public static string Text(ReportDocument document, ExportOptions? options = null)
    {
        using var output = new MemoryStream();
        new HtmlExporter().ExportAsync(document, options ?? new ExportOptions(), output, TestContext.Current.CancellationToken).GetAwaiter().GetResult();
        return Encoding.UTF8.GetString(output.ToArray());
    }

    /// <summary>The page as a tree. Throws where a tag is not closed, an attribute not quoted or a character not allowed.</summary>
    public static XDocument Tree(string html)
    {
        using var reader = XmlReader.Create(new StringReader(html), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, CheckCharacters = true });
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
    }

    public static ReportDocument Of(params DocumentBlock[] blocks) =>
        new(Documents.SampleDocuments.Metadata, [new Section("s", "Section", SectionKind.Data, [.. blocks])]);
}
