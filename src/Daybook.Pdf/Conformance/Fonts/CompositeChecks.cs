using Daybook.Pdf.Conformance.Examining;
using Daybook.Pdf.Reading.Fonts;
using Daybook.Pdf.Reading.Objects;

namespace Daybook.Pdf.Conformance.Fonts;

/// <summary>Whether the parts of composite fonts agree with each other.</summary>
internal static class CompositeChecks
{
    public static IEnumerable<Fault> Systems(Examination examined, string entry) => Select(examined,
        font => font.EncodingStream?.Dictionary.Dictionary("CIDSystemInfo") is { } map
            && font.Descendant.Dictionary("CIDSystemInfo")?.Text(entry) != map.Text(entry),
        $"names another {entry} than its CMap");

    /// <summary>ISO 14289-1, 7.21.3.1 asks for a CIDFont that has at least what the CMap uses.</summary>
    public static IEnumerable<Fault> Supplements(Examination examined) => Select(examined,
        font => font.EncodingStream?.Dictionary.Dictionary("CIDSystemInfo") is { } map
            && (font.Descendant.Dictionary("CIDSystemInfo")?.Integer("Supplement") ?? 0) < (map.Integer("Supplement") ?? 0),
        "has an older supplement than its CMap");

    public static IEnumerable<Fault> GlyphMapKind(Examination examined) => Select(examined,
        font => IsTrueType(font) && font.Descendant["CIDToGIDMap"] is { } map && map is not (PdfStream or PdfName { Value: "Identity" }),
        "has a CIDToGIDMap that is neither a stream nor Identity");

    public static IEnumerable<Fault> GlyphMapMissing(Examination examined) => Select(examined,
        font => IsTrueType(font) && font.IsEmbedded && !font.Descendant.Has("CIDToGIDMap"),
        "has no CIDToGIDMap");

    public static IEnumerable<Fault> CMapNotEmbedded(Examination examined) => Select(examined,
        font => font.EncodingStream is null && !CompositeFont.PredefinedCMaps.Contains(font.EncodingName ?? ""),
        "uses a CMap that is neither predefined nor embedded");

    public static IEnumerable<Fault> WritingModes(Examination examined) => Select(examined,
        font => font.EncodingStream is { } stream && (stream.Dictionary.Integer("WMode") ?? 0) != (font.Encoding?.WritingMode ?? 0),
        "has a CMap whose dictionary names another writing direction than the CMap itself");

    public static IEnumerable<Fault> UsedCMaps(Examination examined) => Select(examined,
        font => (font.EncodingStream?.Dictionary.Name("UseCMap") ?? font.Encoding?.Uses) is { } used && !CompositeFont.PredefinedCMaps.Contains(used),
        "has a CMap that builds on one that is not predefined");

    /// <summary>ISO 19005-2, 6.1.13.</summary>
    public static IEnumerable<Fault> LargeCids(Examination examined) => Select(examined, font => font.Encoding?.MaximalCid > 65535, "has a CMap with a CID above 65535");

    private static bool IsTrueType(CompositeFont font) => font.Descendant.Name("Subtype") == "CIDFontType2";

    private static IEnumerable<Fault> Select(Examination examined, Func<CompositeFont, bool> isWrong, string what) =>
        from use in examined.Survey.Fonts
        where use.Font is CompositeFont font && isWrong(font)
        select new Fault($"The font '{use.Font.Name}' {what}.", use.Page, use.Font.ObjectNumber);
}
