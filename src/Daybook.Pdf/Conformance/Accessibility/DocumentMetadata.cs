using System.Collections.Immutable;
using Daybook.Pdf.Conformance.Examining;
using Daybook.Pdf.Reading;

namespace Daybook.Pdf.Conformance.Accessibility;

/// <summary>Checkpoints 06 and 07: the file says what it is, and its title is shown.</summary>
internal static class DocumentMetadata
{
    public static readonly ImmutableArray<Condition> Conditions =
    [
        new("Matterhorn 06-001", "The file has XMP metadata", "Add a metadata stream to the catalog.", Missing),
        new("Matterhorn 06-002", "The metadata claims PDF/UA-1", "Write pdfuaid:part = 1 into the metadata.", Claim),
        new("Matterhorn 06-003", "The metadata has a title", "Write dc:title into the metadata.", Title),
        new("Matterhorn 07-001", "The viewer preferences say whether the title is shown", "Set DisplayDocTitle to true in the ViewerPreferences of the catalog.", TitleNotNamed),
        new("Matterhorn 07-002", "The title is shown instead of the file name", "Set DisplayDocTitle to true in the ViewerPreferences of the catalog.", TitleNotShown),
    ];

    private static IEnumerable<Fault> Missing(Examination examined)
    {
        if (examined.Catalog.Stream("Metadata") is not { } stream)
            yield return new Fault("The catalog has no metadata stream.", null, examined.Catalog.ObjectNumber);
        else if (stream.Dictionary.Name("Type") != "Metadata" || stream.Dictionary.Name("Subtype") != "XML")
            yield return new Fault("The metadata stream is not of the type Metadata and the subtype XML.", null, stream.ObjectNumber);
        else if (examined.MetadataFault is { } fault)
            yield return new Fault($"The metadata cannot be read: {fault}", null, stream.ObjectNumber);
    }

    private static IEnumerable<Fault> Claim(Examination examined)
    {
        if (examined.Metadata is not { } metadata)
            yield break;
        var part = metadata.Value(Xmp.PdfUa + "part");
        if (part is null)
            yield return new Fault("The metadata does not claim PDF/UA.");
        else if (part != "1")
            yield return new Fault($"The metadata claims part '{part}' of PDF/UA; 1 is expected.");
        foreach (var (name, prefix) in metadata.Properties.Where(property => property.Name.Namespace == Xmp.PdfUa && property.Prefix != "pdfuaid"))
            yield return new Fault($"The property '{name.LocalName}' of PDF/UA has the namespace prefix '{prefix}' instead of 'pdfuaid'.");
    }

    private static IEnumerable<Fault> Title(Examination examined)
    {
        if (examined.Metadata is { } metadata && string.IsNullOrWhiteSpace(metadata.Value(Xmp.DublinCore + "title")))
            yield return new Fault("The metadata has no title.");
    }

    private static IEnumerable<Fault> TitleNotNamed(Examination examined)
    {
        if (examined.Catalog.Dictionary("ViewerPreferences")?.Boolean("DisplayDocTitle") is null)
            yield return new Fault("Viewers show the file's name instead of its title: DisplayDocTitle is missing.", null, examined.Catalog.ObjectNumber);
    }

    private static IEnumerable<Fault> TitleNotShown(Examination examined)
    {
        if (examined.Catalog.Dictionary("ViewerPreferences")?.Boolean("DisplayDocTitle") == false)
            yield return new Fault("Viewers show the file's name instead of its title: DisplayDocTitle is false.", null, examined.Catalog.ObjectNumber);
    }
}
