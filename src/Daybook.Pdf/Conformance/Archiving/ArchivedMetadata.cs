using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Daybook.Pdf.Conformance.Examining;
using Daybook.Pdf.Reading;
using Daybook.Pdf.Reading.Objects;

namespace Daybook.Pdf.Conformance.Archiving;

/// <summary>ISO 19005-2, 6.6: metadata.</summary>
internal static partial class ArchivedMetadata
{
    /// <summary>Schemas that need no description: those of XMP and of PDF/A itself.</summary>
    private static readonly ImmutableArray<XNamespace> Predefined =
    [
        Xmp.DublinCore, Xmp.Pdf, Xmp.Basic, Xmp.PdfA, Xmp.Extension, "http://ns.adobe.com/xap/1.0/rights/", "http://ns.adobe.com/xap/1.0/mm/",
        "http://ns.adobe.com/xap/1.0/bj/", "http://ns.adobe.com/xap/1.0/t/pg/", "http://ns.adobe.com/xmp/1.0/DynamicMedia/", "http://ns.adobe.com/photoshop/1.0/",
        "http://ns.adobe.com/camera-raw-settings/1.0/", "http://ns.adobe.com/tiff/1.0/", "http://ns.adobe.com/exif/1.0/", "http://ns.adobe.com/exif/1.0/aux/",
    ];

    /// <summary>Entries of the document information and the properties that say the same.</summary>
    private static readonly ImmutableArray<(string Key, XName Property)> Counterparts =
    [
        ("Title", Xmp.DublinCore + "title"), ("Author", Xmp.DublinCore + "creator"), ("Subject", Xmp.DublinCore + "description"), ("Keywords", Xmp.Pdf + "Keywords"),
        ("Creator", Xmp.Basic + "CreatorTool"), ("Producer", Xmp.Pdf + "Producer"), ("CreationDate", Xmp.Basic + "CreateDate"), ("ModDate", Xmp.Basic + "ModifyDate"),
    ];

    private static readonly ImmutableArray<Condition> Common =
    [
        new("ISO 19005-2 6.6.2.1", "The file has XMP metadata", "Add a metadata stream to the catalog.", Missing),
        new("ISO 19005-2 6.6.2.1", "The head of the metadata names neither length nor encoding", "Remove bytes and encoding from the xpacket header.", Header),
        new("ISO 19005-2 6.6.2.3.1", "Properties of other schemas are described", "Describe the schema in pdfaExtension:schemas.", Undescribed),
        new("ISO 19005-2 6.6.3", "The document information says what the metadata says", "Write the same values into both.", Differences) { IsWarning = true },
    ];

    public static ImmutableArray<Condition> Conditions(int part, string level) =>
    [
        .. Common,
        new("ISO 19005-2 6.6.4", Text($"The metadata claims PDF/A-{part}{level.ToLowerInvariant()}"),
            Text($"Write pdfaid:part = {part} and pdfaid:conformance = {level} into the metadata."), examined => Claim(examined, Text($"{part}"), level)),
    ];

    private static IEnumerable<Fault> Missing(Examination examined)
    {
        if (examined.Catalog.Stream("Metadata") is not { } stream)
            yield return new Fault("The catalog has no metadata stream.", null, examined.Catalog.ObjectNumber);
        else if (examined.MetadataFault is { } fault)
            yield return new Fault($"The metadata cannot be read: {fault}", null, stream.ObjectNumber);
    }

    private static IEnumerable<Fault> Header(Examination examined)
    {
        if (examined.Metadata?.Text is { } text && ForbiddenHeader().IsMatch(text))
            yield return new Fault("The head of the metadata names its length or encoding.");
    }

    private static IEnumerable<Fault> Undescribed(Examination examined)
    {
        if (examined.Metadata is not { } metadata)
            return [];
        var described = metadata.Element(Xmp.Extension + "schemas")?.Descendants(Xmp.ExtensionSchema + "namespaceURI")
            .SelectMany(uri => Properties(uri.Parent!).Select(name => (Namespace: uri.Value.Trim(), Name: name))).ToHashSet() ?? [];
        return metadata.Properties
            .Where(property => !Predefined.Contains(property.Name.Namespace) && !described.Contains((property.Name.NamespaceName, property.Name.LocalName)))
            .Select(property => new Fault($"The property '{property.Prefix}:{property.Name.LocalName}' is of a schema that the metadata does not describe."));
    }

    private static IEnumerable<string> Properties(XElement schema) => schema.Descendants(Xmp.ExtensionProperty + "name").Select(name => name.Value.Trim());

    private static IEnumerable<Fault> Differences(Examination examined)
    {
        return examined.Metadata is { } metadata && examined.File.Trailer.Dictionary("Info") is { } information
            ? Counterparts.Select(pair => Difference(information, pair.Key, metadata.Value(pair.Property))).OfType<Fault>()
            : [];
    }

    private static Fault? Difference(PdfDictionary information, string key, string? said)
    {
        if (information.Text(key) is not { Length: > 0 } value)
            return null;
        var isSame = key.EndsWith("Date", StringComparison.Ordinal)
            ? DateText.Read(value) is { } date && DateTimeOffset.TryParse(said, CultureInfo.InvariantCulture, out var other) && date == other
            : value == said;
        return isSame ? null : new Fault($"The document information gives {key} as '{value}', the metadata as '{said ?? "nothing"}'.", null, information.ObjectNumber);
    }

    private static IEnumerable<Fault> Claim(Examination examined, string expected, string level)
    {
        if (examined.Metadata is not { } metadata)
            yield break;
        if (metadata.Value(Xmp.PdfA + "part") is var part && part != expected)
            yield return new Fault(part is null ? "The metadata does not claim PDF/A." : $"The metadata claims part '{part}' of PDF/A; {expected} is expected.");
        else if (metadata.Value(Xmp.PdfA + "conformance") is var claimed && !(claimed == "A" || (level == "B" && claimed is "B" or "U")))
            yield return new Fault($"The metadata claims level '{claimed}' of PDF/A; {level} is expected.");
        foreach (var (name, prefix) in metadata.Properties.Where(property => property.Name.Namespace == Xmp.PdfA && property.Prefix != "pdfaid"))
            yield return new Fault($"The property '{name.LocalName}' of PDF/A has the namespace prefix '{prefix}' instead of 'pdfaid'.");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex("<\\?xpacket begin=[^>]*\\s(bytes|encoding)\\s*=", RegexOptions.CultureInvariant)]
    private static partial Regex ForbiddenHeader();
}
