using System.Text;
using System.Xml;
using System.Xml.Linq;
using Daybook.Documents;
using Daybook.Export;
using Daybook.Tests.Documents;

namespace Daybook.Tests.Export.Html;

internal static class HtmlPages
{
    /// <summary>Documents that between them hold every node, chart and oddity.</summary>
    public static TheoryData<string> Names => ["every node", "kitchen sink", "red team"];

    public static string Page(string name) => Text(name switch
    {
        "every node" => SampleDocuments.EveryNode,
        "kitchen sink" => KitchenSink.Document,
        "red team" => RedTeamReport.Document,
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, null),
    });

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

    /// <summary>What <c>main</c> holds when a report is made of these blocks.</summary>
    public static XElement Report(params DocumentBlock[] blocks) => Report(Of(blocks));

    public static XElement Report(ReportDocument document, ExportOptions? options = null) => Tree(Text(document, options)).Descendants("main").Single();

    public static ReportDocument Of(params DocumentBlock[] blocks) =>
        new(SampleDocuments.Metadata, [new Section("s", "Section", SectionKind.Data, [.. blocks])]);

    public static IEnumerable<XElement> WithClass(this XElement element, string name) =>
        element.Descendants().Where(e => ((string?)e.Attribute("class") ?? "").Split(' ').Contains(name));
}
