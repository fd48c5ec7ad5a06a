using System.Collections.Frozen;
using System.Collections.Immutable;
using Daybook.Pdf.Conformance.Accessibility;
using Daybook.Pdf.Conformance.Examining;
using Daybook.Pdf.Reading.Objects;

namespace Daybook.Pdf.Conformance.Archiving;

/// <summary>ISO 19005-2, 6.2.5 to 6.2.10: graphics states, images, form XObjects and transparency.</summary>
internal static class GraphicsRules
{
    private static readonly FrozenSet<string> BlendModes = (
        "Normal Compatible Multiply Screen Overlay Darken Lighten ColorDodge ColorBurn HardLight SoftLight Difference Exclusion Hue Saturation Color Luminosity")
        .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    public static readonly ImmutableArray<Condition> Conditions =
    [
        new("ISO 19005-2 6.2.5", "Graphics states have no transfer functions", "Remove TR and TR2.", examined => States(examined,
            state => state.Has("TR") || (state.Has("TR2") && state.Name("TR2") != "Default"), "A graphics state has a transfer function.")),
        new("ISO 19005-2 6.2.5", "Graphics states have plain halftones", "Remove HT and HTP.", examined => States(examined,
            state => state.Has("HTP") || (state.Dictionary("HT") is { } halftone && (halftone.Integer("HalftoneType") is not (1 or 5) || halftone.Has("HalftoneName"))),
            "A graphics state has a halftone that PDF/A does not permit.")),
        new("ISO 19005-2 6.2.6", "Rendering intents are standard ones", "Use RelativeColorimetric, AbsoluteColorimetric, Perceptual or Saturation.", Intents),
        new("ISO 19005-2 6.2.8", "Images have no alternates", "Remove Alternates.", examined => Images(examined, image => image.Has("Alternates"), "An image has alternates.")),
        new("ISO 19005-2 6.2.8", "Images have no OPI information", "Remove OPI.", examined => Images(examined, image => image.Has("OPI"), "An image has OPI information.")),
        new("ISO 19005-2 6.2.8", "Images are not interpolated", "Remove Interpolate.", examined => Images(examined,
            image => image.Boolean("Interpolate") == true || (image.ObjectNumber == 0 && image.Boolean("I") == true), "An image is to be interpolated.")),
        new("ISO 19005-2 6.2.8.3", "JPEG 2000 images can be checked", "Check the image with another tool, or save it as PNG or JPEG.", examined => Images(examined,
            image => image.OneOrMany("Filter").OfType<PdfName>().Any(filter => filter.Value == "JPXDecode"), "An image is in JPEG 2000, whose inside was not checked.")) { IsWarning = true },
        new("ISO 19005-2 6.2.9", "Form XObjects have no PostScript and no OPI information", "Remove PS, Subtype2 and OPI.", Forms),
        new("ISO 19005-2 6.2.9", "There are no references to pages of other files", "Copy the content into the file.", FormXObjects.References),
        new("ISO 19005-2 6.2.10", "Blend modes are those of PDF 1.7", "Use a standard blend mode.", examined => States(examined,
            state => state.OneOrMany("BM").OfType<PdfName>().Any(mode => !BlendModes.Contains(mode.Value)), "A graphics state has an unknown blend mode.")),
        new("ISO 19005-2 6.2.10", "Transparency has a colour space to blend in", "Add an output intent, or a Group with CS to the page.", Transparency),
    ];

    private static IEnumerable<Fault> States(Examination examined, Func<PdfDictionary, bool> isWrong, string message) => examined.Survey.GraphicsStates
        .Where(state => isWrong(state.Key))
        .Select(state => new Fault(message, state.Value, state.Key.ObjectNumber));

    private static IEnumerable<Fault> Images(Examination examined, Func<PdfDictionary, bool> isWrong, string message) => examined.Survey.Images
        .Where(image => isWrong(image.Key))
        .Select(image => new Fault(message, image.Value, image.Key.ObjectNumber));

    private static IEnumerable<Fault> Intents(Examination examined) => examined.Survey.RenderingIntents
        .Concat(examined.Survey.GraphicsStates.Where(state => state.Key.Has("RI")).Select(state => (Page: state.Value, Intent: state.Key.Name("RI") ?? "")))
        .Concat(examined.Survey.Images.Where(image => image.Key.Has("Intent")).Select(image => (Page: image.Value, Intent: image.Key.Name("Intent") ?? "")))
        .Where(each => each.Intent is not ("RelativeColorimetric" or "AbsoluteColorimetric" or "Perceptual" or "Saturation"))
        .Select(each => new Fault($"The rendering intent '{each.Intent}' is not a standard one.", each.Page));

    private static IEnumerable<Fault> Forms(Examination examined) => examined.Objects.Streams
        .Where(stream => stream.Dictionary.Name("Subtype") == "PS" || (stream.Dictionary.Name("Subtype") == "Form"
            && (stream.Dictionary.Has("OPI") || stream.Dictionary.Has("PS") || stream.Dictionary.Name("Subtype2") == "PS")))
        .Select(stream => new Fault("An XObject has PostScript or OPI information.", null, stream.ObjectNumber));

    private static IEnumerable<Fault> Transparency(Examination examined) => ColourRules.Output(examined) is not null ? [] : examined.File.Pages
        .Where(page => examined.Survey.PagesWithTransparency.Contains(page.Number) && page.Dictionary.Dictionary("Group")?.Has("CS") != true)
        .Select(page => new Fault("The page is transparent, but nothing says in which colour space it is blended.", page.Number, page.ObjectNumber));
}
