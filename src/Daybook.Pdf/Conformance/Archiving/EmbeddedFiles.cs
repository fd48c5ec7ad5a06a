using System.Collections.Immutable;
using System.Text.RegularExpressions;
using System.Xml;
using Daybook.Pdf.Conformance.Accessibility;
using Daybook.Pdf.Conformance.Examining;
using Daybook.Pdf.Reading;
using Daybook.Pdf.Reading.Objects;

namespace Daybook.Pdf.Conformance.Archiving;

/// <summary>Clause 6.8: embedded files, where PDF/A-2 and PDF/A-3 differ.</summary>
internal static partial class EmbeddedFiles
{
    private static readonly Condition Names =
        new("ISO 19005-2 6.8", "Embedded files have a name for every system", "Give the file specification both F and UF.", DocumentParts.EmbeddedNames);

    public static readonly ImmutableArray<Condition> Part2 =
    [
        Names,
        new("ISO 19005-2 6.8", "Embedded files are PDF/A themselves", "Remove the file, or save as PDF/A-3, which permits any file.", NotArchivable),
    ];

    public static readonly ImmutableArray<Condition> Part3 =
    [
        Names,
        new("ISO 19005-2 6.8", "Embedded files name their media type", "Write the media type as Subtype into the embedded file stream.", examined => Select(examined,
            specification => Stream(specification)?.Dictionary.Name("Subtype") is not { } type || !MediaType().IsMatch(type), "does not name its media type")),
        new("ISO 19005-2 6.8", "Embedded files say how they relate to the document", "Add AFRelationship to the file specification.", examined => Select(examined,
            specification => specification.Name("AFRelationship") is null, "does not say how it relates to the document")),
        new("ISO 19005-2 6.8", "Embedded files are associated with the document or a part of it", "List the file specification in AF of the catalog.", NotAssociated),
    ];

    private static PdfStream? Stream(PdfDictionary specification) => specification.Dictionary("EF") is { } embedded ? embedded.Stream("UF") ?? embedded.Stream("F") : null;

    private static IEnumerable<Fault> Select(Examination examined, Func<PdfDictionary, bool> isWrong, string what) => examined.Objects.EmbeddedFiles
        .Where(isWrong)
        .Select(specification => new Fault($"The embedded file '{specification.Text("UF") ?? specification.Text("F")}' {what}.", null, specification.ObjectNumber));

    private static IEnumerable<Fault> NotArchivable(Examination examined) => Select(examined,
        specification => Stream(specification) is not { } stream || !ClaimsPdfA(examined.File.Decode(stream).Data), "is not PDF/A-1 or PDF/A-2");

    private static IEnumerable<Fault> NotAssociated(Examination examined)
    {
        var associated = examined.Objects.Dictionaries.SelectMany(dictionary => dictionary.OneOrMany("AF").OfType<PdfDictionary>()).ToHashSet();
        return Select(examined, specification => !associated.Contains(specification), "is not associated with the document or a part of it");
    }

    private static bool ClaimsPdfA(byte[] data)
    {
        try
        {
            var file = PdfFile.Open(data);
            return file.Catalog.Stream("Metadata") is { } metadata && Xmp.Read(file.Decode(metadata).Data).Value(Xmp.PdfA + "part") is "1" or "2";
        }
        catch (Exception unreadable) when (unreadable is PdfReadException or XmlException)
        {
            return false;
        }
    }

    [GeneratedRegex("^[-\\w+.]+/[-\\w+.]+$", RegexOptions.CultureInvariant)]
    private static partial Regex MediaType();
}
