using System.Xml;
using System.Xml.Linq;

namespace Daybook.Pdf.Reading;

/// <summary>An XMP packet (ISO 16684-1): properties by namespace and name.</summary>
internal sealed class Xmp
{
    public static readonly XNamespace Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    public static readonly XNamespace DublinCore = "http://purl.org/dc/elements/1.1/";
    public static readonly XNamespace PdfUa = "http://www.aiim.org/pdfua/ns/id/";
    public static readonly XNamespace PdfA = "http://www.aiim.org/pdfa/ns/id/";
    public static readonly XNamespace Pdf = "http://ns.adobe.com/pdf/1.3/";
    public static readonly XNamespace Basic = "http://ns.adobe.com/xap/1.0/";
    public static readonly XNamespace Extension = "http://www.aiim.org/pdfa/ns/extension/";
    public static readonly XNamespace ExtensionSchema = "http://www.aiim.org/pdfa/ns/schema#";
    public static readonly XNamespace ExtensionProperty = "http://www.aiim.org/pdfa/ns/property#";

    private readonly XElement[] descriptions;

    private Xmp(string text, XElement[] descriptions)
    {
        Text = text;
        this.descriptions = descriptions;
    }

    /// <summary>The packet as it stands in the file.</summary>
    public string Text { get; }

    /// <summary>The names of the properties of the document, each once, with the prefix the file gives the namespace.</summary>
    public IEnumerable<(XName Name, string? Prefix)> Properties => descriptions
        .SelectMany(description => description.Elements().Select(element => (element.Name, element.GetPrefixOfNamespace(element.Name.Namespace)))
            .Concat(description.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration && attribute.Name.Namespace != Rdf && attribute.Name.Namespace != XNamespace.Xml)
                .Select(attribute => (attribute.Name, description.GetPrefixOfNamespace(attribute.Name.Namespace)))))
        .Distinct();

    /// <exception cref="XmlException">The packet is no well-formed XML, or no RDF.</exception>
    public static Xmp Read(byte[] packet)
    {
        using var stream = new MemoryStream(packet);
        using var text = new StreamReader(stream, detectEncodingFromByteOrderMarks: true);
        var content = text.ReadToEnd();
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = 1 << 26 };
        using var reader = XmlReader.Create(new StringReader(content.Trim('\uFEFF', ' ', '\r', '\n', '\t', '\0')), settings);
        var root = XDocument.Load(reader).Root!;
        var rdf = root.Name == Rdf + "RDF" ? root : root.Descendants(Rdf + "RDF").FirstOrDefault();
        return new Xmp(content, rdf is null ? throw new XmlException("the packet has no rdf:RDF") : [.. rdf.Elements(Rdf + "Description")]);
    }

    public XElement? Element(XName name) => descriptions.Select(description => description.Element(name)).FirstOrDefault(element => element is not null);

    /// <summary>A simple value, the text of the default language, or the items of a list joined by commas; null where the property is missing.</summary>
    public string? Value(XName name)
    {
        if (descriptions.Select(description => description.Attribute(name)).FirstOrDefault(found => found is not null) is { } attribute)
            return attribute.Value;
        if (Element(name) is not { } element)
            return null;
        var items = element.Descendants(Rdf + "li").ToList();
        if (element.Element(Rdf + "Alt") is not null)
            return (items.FirstOrDefault(item => (string?)item.Attribute(XNamespace.Xml + "lang") == "x-default") ?? items.FirstOrDefault())?.Value;
        return items.Count > 0 ? string.Join(", ", items.Select(item => item.Value)) : element.Value;
    }
}
