using System.Collections.Frozen;
using System.Collections.Immutable;
using Daybook.Pdf.Conformance.Examining;
using Daybook.Pdf.Reading;
using Daybook.Pdf.Reading.Objects;
using Daybook.Pdf.Reading.Structure;

namespace Daybook.Pdf.Conformance.Accessibility;

/// <summary>Checkpoint 28: links, form fields and other annotations are part of the structure and described.</summary>
internal static class Annotations
{
    private static readonly FrozenSet<string> Known = (
        "Text Link FreeText Line Square Circle Polygon PolyLine Highlight Underline Squiggly StrikeOut Stamp Caret Ink Popup FileAttachment Sound Movie " +
        "Widget Screen PrinterMark TrapNet Watermark 3D Redact").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    public static readonly ImmutableArray<Condition> Conditions =
    [
        new("Matterhorn 28-002", "Annotations are held by an Annot element", "Put the annotation into an Annot element of the structure tree.", NotTagged),
        new("Matterhorn 28-004", "Annotations are described", "Write Contents into the annotation, or Alt into the element that holds it.", examined => Select(examined,
            (annotation, subtype) => subtype is not ("Widget" or "Link" or "Popup") && !IsDescribed(examined, annotation, "Contents"), "An annotation has no description.")),
        new("Matterhorn 28-005", "Form fields are described", "Write TU into the field.", examined => Select(examined,
            (annotation, subtype) => subtype == "Widget" && !IsDescribed(examined, annotation, "TU") && !HasParentText(annotation), "A form field has no description.")),
        new("Matterhorn 28-006", "Annotations of unknown kinds are part of the structure and described", "Use annotations that PDF 1.7 defines.", examined => Select(examined,
            (annotation, subtype) => !Known.Contains(subtype) && (Holder(examined, annotation) != "Annot" || !IsDescribed(examined, annotation, "Contents")),
            "An annotation of an unknown kind is not tagged and described.")),
        new("Matterhorn 28-007", "There are no trap networks", "Remove the annotation.", examined => Select(examined, (_, subtype) => subtype == "TrapNet", "The page has a TrapNet annotation.")),
        new("Matterhorn 28-008", "Pages with annotations name a tab order", "Set Tabs of the page to S.", examined => TabOrder(examined, tabs => tabs is null, "The page has annotations but names no tab order.")),
        new("Matterhorn 28-009", "The tab order follows the structure", "Set Tabs of the page to S.", examined => TabOrder(examined, tabs => tabs is not (null or "S"), "The tab order of the page does not follow the structure.")),
        new("Matterhorn 28-010", "Form fields are held by a Form element", "Put the widget into a Form element.", examined => Select(examined,
            (annotation, subtype) => subtype == "Widget" && Holder(examined, annotation) != "Form", "A form field is not held by a <Form> element.")),
        new("Matterhorn 28-011", "Links are held by a Link element", "Put an object reference to the link into a Link element.", examined => Select(examined,
            (annotation, subtype) => subtype == "Link" && Holder(examined, annotation) != "Link", "A link is not held by a <Link> element.")),
        new("Matterhorn 28-012", "Links are described", "Write where the link leads into its Contents.", examined => Select(examined,
            (annotation, subtype) => subtype == "Link" && string.IsNullOrWhiteSpace(annotation.Text("Contents")), "A link has no description (Contents).")),
        new("Matterhorn 28-014", "Media clips name their type", "Write CT into the media clip.", examined => MediaClips(examined, "CT")),
        new("Matterhorn 28-015", "Media clips are described", "Write Alt into the media clip.", examined => MediaClips(examined, "Alt")),
        new("Matterhorn 28-016", "Attached files have a name for every system", "Give the file specification both F and UF.", Attachments),
        new("Matterhorn 28-017", "Printer's marks are not part of the structure", "Remove the annotation from the structure tree.", examined => Select(examined,
            (annotation, subtype) => subtype == "PrinterMark" && examined.Tags.Element(annotation) is not null, "A printer's mark is part of the structure tree.")),
        new("Matterhorn 28-018", "Printer's marks are artifacts", "Mark the content of the appearance as an artifact.", PrinterMarks),
    ];

    /// <summary>Annotations a reader can meet; hidden ones are exempt.</summary>
    private static IEnumerable<(FilePage Page, PdfDictionary Annotation, string Subtype)> Shown(Examination examined) => examined.Annotations
        .Where(each => ((each.Annotation.Integer("F") ?? 0) & 2) == 0)
        .Select(each => (each.Page, each.Annotation, each.Annotation.Name("Subtype") ?? ""));

    private static IEnumerable<Fault> Select(Examination examined, Func<PdfDictionary, string, bool> isWrong, string message) => Shown(examined)
        .Where(each => isWrong(each.Annotation, each.Subtype))
        .Select(each => new Fault(message, each.Page.Number, each.Annotation.ObjectNumber));

    private static IEnumerable<Fault> NotTagged(Examination examined) => Select(examined,
        (annotation, subtype) => subtype is not ("Widget" or "Link" or "PrinterMark" or "Popup" or "TrapNet") && Known.Contains(subtype) && Holder(examined, annotation) != "Annot",
        "An annotation is not held by an <Annot> element.");

    private static string? Holder(Examination examined, PdfDictionary annotation) => examined.Tags.Element(annotation)?.StandardType;

    private static bool IsDescribed(Examination examined, PdfDictionary annotation, string entry) =>
        !string.IsNullOrWhiteSpace(annotation.Text(entry)) || (examined.Tags.Element(annotation) is TaggedElement { Alt: { } alt } && !string.IsNullOrWhiteSpace(alt));

    private static bool HasParentText(PdfDictionary widget)
    {
        var field = widget.Dictionary("Parent");
        for (var depth = 0; field is not null && depth < 32; depth++, field = field.Dictionary("Parent"))
        {
            if (!string.IsNullOrWhiteSpace(field.Text("TU")))
                return true;
        }

        return false;
    }

    private static IEnumerable<Fault> TabOrder(Examination examined, Func<string?, bool> isWrong, string message) => Shown(examined)
        .Select(each => each.Page).Distinct()
        .Where(page => isWrong(page.Dictionary.Name("Tabs")))
        .Select(page => new Fault(message, page.Number, page.ObjectNumber));

    private static IEnumerable<Fault> MediaClips(Examination examined, string entry) => examined.Objects.Dictionaries
        .Where(clip => clip.Name("S") == "MCD" && clip.Has("D") && !clip.Has(entry))
        .Select(clip => new Fault($"A media clip has no {entry}.", null, clip.ObjectNumber));

    private static IEnumerable<Fault> Attachments(Examination examined) => Shown(examined)
        .Where(each => each.Subtype == "FileAttachment" && (each.Annotation.Dictionary("FS") is not { } file || !file.Has("F") || !file.Has("UF")))
        .Select(each => new Fault("An attached file does not have both names, F and UF.", each.Page.Number, each.Annotation.ObjectNumber));

    private static IEnumerable<Fault> PrinterMarks(Examination examined) => Shown(examined)
        .Where(each => each.Subtype == "PrinterMark" && each.Annotation.Dictionary("AP")?.Stream("N") is { } appearance
            && examined.Survey.AppearancesNotArtifact.Contains(appearance.ObjectNumber))
        .Select(each => new Fault("The content of a printer's mark is not an artifact.", each.Page.Number, each.Annotation.ObjectNumber));
}
