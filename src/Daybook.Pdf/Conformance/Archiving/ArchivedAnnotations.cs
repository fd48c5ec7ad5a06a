using System.Collections.Immutable;
using Daybook.Pdf.Conformance.Examining;
using Daybook.Pdf.Reading.Objects;

namespace Daybook.Pdf.Conformance.Archiving;

/// <summary>ISO 19005-2, 6.3 to 6.5: annotations, forms and actions.</summary>
internal static class ArchivedAnnotations
{
    private const long Invisible = 1;
    private const long Hidden = 2;
    private const long Print = 4;
    private const long NoView = 32;
    private const long ToggleNoView = 256;

    public static readonly ImmutableArray<Condition> Conditions =
    [
        new("ISO 19005-2 6.3.1", "Annotations are of permitted kinds", "Remove the annotation.", examined => Select(examined,
            (_, subtype) => subtype is not ("Text" or "Link" or "FreeText" or "Line" or "Square" or "Circle" or "Polygon" or "PolyLine" or "Highlight" or "Underline" or "Squiggly"
                or "StrikeOut" or "Stamp" or "Caret" or "Ink" or "Popup" or "FileAttachment" or "Widget" or "PrinterMark" or "TrapNet" or "Watermark" or "Redact"),
            "An annotation is of a kind that PDF/A does not permit.")),
        new("ISO 19005-2 6.3.2", "Annotations have flags", "Set F of the annotation to 4.", examined => Select(examined,
            (annotation, subtype) => subtype != "Popup" && annotation.Integer("F") is null, "An annotation has no flags (F).")),
        new("ISO 19005-2 6.3.2", "Annotations are shown and printed", "Set F of the annotation to 4.", examined => Select(examined,
            (annotation, _) => annotation.Integer("F") is { } flags && ((flags & Print) == 0 || (flags & (Invisible | Hidden | NoView | ToggleNoView)) != 0),
            "An annotation is hidden or not printed.")),
        new("ISO 19005-2 6.3.3", "Annotations have an appearance", "Add an appearance (AP) to the annotation.", examined => Select(examined,
            (annotation, subtype) => subtype is not ("Popup" or "Link") && !annotation.Has("AP") && !IsEmpty(annotation), "An annotation has no appearance.")),
        new("ISO 19005-2 6.3.3", "Appearances are single streams", "Keep only the normal appearance (N).", examined => Select(examined, WrongAppearance, "An annotation has other appearances than a normal one.")),
        new("ISO 19005-2 6.4.1", "Form fields have no actions", "Remove A and AA.", examined => Select(examined,
            (annotation, subtype) => subtype == "Widget" && (annotation.Has("A") || annotation.Has("AA")), "A form field has an action.")),
        new("ISO 19005-2 6.4.1", "Forms do not need appearances to be made", "Set NeedAppearances to false and write the appearances.", examined =>
            Form(examined)?.Boolean("NeedAppearances") == true ? [new Fault("The appearances of form fields are made only when the file is opened.", null, Form(examined)!.ObjectNumber)] : []),
        new("ISO 19005-2 6.4.2", "The file has no XFA form", "Save the form as a static one.", examined =>
            Form(examined)?.Has("XFA") == true || examined.Catalog.Has("NeedsRendering") ? [new Fault("The file has an XFA form.", null, examined.Catalog.ObjectNumber)] : []),
        new("ISO 19005-2 6.5.1", "Actions are of permitted kinds", "Remove the action.", examined => examined.Objects.Actions
            .Where(action => action.Name("S") is not ("GoTo" or "GoToR" or "GoToE" or "Thread" or "URI" or "Named" or "SubmitForm"))
            .Select(action => new Fault($"The file has an action of the kind '{action.Name("S")}'.", null, action.ObjectNumber))),
        new("ISO 19005-2 6.5.1", "Named actions turn pages", "Remove the action.", examined => examined.Objects.Actions
            .Where(action => action.Name("S") == "Named" && action.Name("N") is not ("NextPage" or "PrevPage" or "FirstPage" or "LastPage"))
            .Select(action => new Fault($"The file has the named action '{action.Name("N")}'.", null, action.ObjectNumber))),
        new("ISO 19005-2 6.5.2", "Nothing happens by itself", "Remove AA.", examined => examined.File.Pages.Select(page => page.Dictionary).Prepend(examined.Catalog)
            .Where(dictionary => dictionary.Has("AA"))
            .Select(dictionary => new Fault("The document or a page has actions that run by themselves.", examined.PageOf(dictionary.ObjectNumber), dictionary.ObjectNumber))),
    ];

    private static IEnumerable<Fault> Select(Examination examined, Func<PdfDictionary, string, bool> isWrong, string message) => examined.Annotations
        .Where(each => isWrong(each.Annotation, each.Annotation.Name("Subtype") ?? ""))
        .Select(each => new Fault(message, each.Page.Number, each.Annotation.ObjectNumber));

    private static bool IsEmpty(PdfDictionary annotation) => annotation.Array("Rect")?.Numbers is [var left, var bottom, var right, var top] && left == right && bottom == top;

    private static bool WrongAppearance(PdfDictionary annotation, string subtype)
    {
        if (annotation["AP"] is not PdfDictionary appearance)
            return false;
        var isButton = subtype == "Widget" && (annotation.Name("FT") ?? annotation.Dictionary("Parent")?.Name("FT")) == "Btn";
        return appearance.Keys.Any(key => key != "N") || (isButton ? appearance["N"] is not PdfDictionary : appearance["N"] is not PdfStream);
    }

    private static PdfDictionary? Form(Examination examined) => examined.Catalog.Dictionary("AcroForm");
}
