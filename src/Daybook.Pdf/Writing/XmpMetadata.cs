using System.Text;

namespace Daybook.Pdf;

/// <summary>What the file says about itself, as XMP.</summary>
internal static class XmpMetadata
{
    public static byte[] Write(PdfSettings settings, string producer)
    {
        var archive = settings.Conformance switch
        {
            PdfConformance.Ua1 => "",
            PdfConformance.Ua1AndA2a => Archive(2),
            PdfConformance.Ua1AndA3a => Archive(3),
            _ => throw new InvalidOperationException($"There is no conformance {settings.Conformance}."),
        };
        var date = PdfDate.Xmp(settings.Created);
        var author = Optional(settings.Author, text => $"<dc:creator><rdf:Seq><rdf:li>{text}</rdf:li></rdf:Seq></dc:creator>");
        var subject = Optional(settings.Subject, text => $"<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">{text}</rdf:li></rdf:Alt></dc:description>");
        var creator = Optional(settings.Creator, text => $"<xmp:CreatorTool>{text}</xmp:CreatorTool>");
        return Encoding.UTF8.GetBytes($"""
            <?xpacket begin="{'\uFEFF'}" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/">
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
            <dc:format>application/pdf</dc:format>
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{Escaped(settings.Title)}</rdf:li></rdf:Alt></dc:title>
            {author}{subject}<dc:language><rdf:Bag><rdf:li>{Escaped(settings.Language)}</rdf:li></rdf:Bag></dc:language>
            {creator}<xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate><xmp:MetadataDate>{date}</xmp:MetadataDate>
            <pdf:Producer>{Escaped(producer)}</pdf:Producer>
            <pdfuaid:part>1</pdfuaid:part>
            </rdf:Description>
            {archive}</rdf:RDF>
            </x:xmpmeta>
            <?xpacket end="w"?>
            """);
    }

    /// <summary>PDF/A must describe schemas that it does not know, and it does not know PDF/UA's.</summary>
    private static string Archive(int part) => $"""
        <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"><pdfaid:part>{part}</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance></rdf:Description>
        <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
        <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
        <pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
        <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
        <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
        <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
        <pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>
        <pdfaProperty:description>Indicates, which part of ISO 14289 standard is followed</pdfaProperty:description>
        </rdf:li></rdf:Seq></pdfaSchema:property>
        </rdf:li></rdf:Bag></pdfaExtension:schemas>
        </rdf:Description>

        """;

    private static string Optional(string? text, Func<string, string> element) => string.IsNullOrEmpty(text) ? "" : element(Escaped(text));

    /// <summary>The text without the characters that XML cannot hold.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                plain.Append(text[i]).Append(text[++i]);
            else if (IsXmlCharacter(text[i]))
                plain.Append(text[i]);
        }

        return plain.ToString();
    }

    /// <summary>XML 1.0, production 2. The framework's own test would load all of its XML for it.</summary>
    private static bool IsXmlCharacter(char character) =>
        character is '\t' or '\n' or '\r' or (>= ' ' and <= '\uD7FF') or (>= '\uE000' and <= '\uFFFD');

    private static string Escaped(string text) => Plain(text)
        .Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
