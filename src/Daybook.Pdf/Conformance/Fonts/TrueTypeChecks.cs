using Daybook.Pdf.Conformance.Examining;
using Daybook.Pdf.Reading.Fonts;
using Daybook.Pdf.Reading.Objects;

namespace Daybook.Pdf.Conformance.Fonts;

/// <summary>How codes of simple TrueType fonts lead to glyphs (ISO 14289-1, 7.21.6; ISO 19005-2, 6.2.11.6).</summary>
internal static class TrueTypeChecks
{
    public static IEnumerable<Fault> NoUsableMap(Examination examined) => Nonsymbolic(examined,
        (_, program) => program is not null && !HasNonsymbolicMap(program), "has neither a Unicode nor a Macintosh cmap");

    public static IEnumerable<Fault> GlyphNotInMap(Examination examined) =>
        from use in examined.Survey.Fonts
        where use.Font is SimpleFont { IsNonsymbolicTrueType: true, Program: TrueTypeProgram program } && HasNonsymbolicMap(program)
        let codes = use.Codes.Where(code => code.Value.IsRendered && use.Font.Glyph(code.Key).State == GlyphState.NotDefined).ToList()
        where codes.Count > 0
        select new Fault($"The cmap of the font '{use.Font.Name}' does not have all characters that text uses.", codes[0].Value.Page, use.Font.ObjectNumber);

    public static IEnumerable<Fault> NoEncoding(Examination examined) => Nonsymbolic(examined, (font, _) => font.Encoding is null, "names no encoding");

    public static IEnumerable<Fault> NoBaseEncoding(Examination examined) => Nonsymbolic(examined,
        (font, _) => font.Encoding is PdfDictionary encoding && !encoding.Has("BaseEncoding"), "has an encoding without a base");

    public static IEnumerable<Fault> OtherEncoding(Examination examined) => Nonsymbolic(examined,
        (font, _) => Encoding(font) is not (null or "WinAnsiEncoding" or "MacRomanEncoding"), "has an encoding other than MacRoman and WinAnsi");

    public static IEnumerable<Fault> UnlistedNames(Examination examined) => Nonsymbolic(examined,
        (font, _) => Differences(font).Any(name => name != ".notdef" && !GlyphNames.IsListed(name)), "uses glyph names that are not in the Adobe Glyph List");

    public static IEnumerable<Fault> DifferencesWithoutUnicode(Examination examined) => Nonsymbolic(examined,
        (font, program) => Differences(font).Any() && program is not null && !program.CharacterMaps.ContainsKey((3, 1)), "has Differences but no Unicode cmap");

    public static IEnumerable<Fault> SymbolicEncoding(Examination examined) => Symbolic(examined, (font, _) => font.Encoding is not null, "is symbolic but names an encoding");

    public static IEnumerable<Fault> SymbolicWithoutMap(Examination examined) => Symbolic(examined,
        (_, program) => program is { CharacterMaps.Count: 0 }, "is symbolic and has no cmap");

    public static IEnumerable<Fault> SymbolicMaps(Examination examined) => Symbolic(examined,
        (_, program) => program is { CharacterMaps.Count: > 1 } && !program.CharacterMaps.ContainsKey((3, 0)), "is symbolic and has several cmaps, none of them for symbols");

    private static bool HasNonsymbolicMap(TrueTypeProgram program) => program.CharacterMaps.Keys.Any(key => key is (3, 1) or (3, 10) or (1, 0) or (0, _));

    private static string? Encoding(SimpleFont font) => font.Encoding switch
    {
        PdfName name => name.Value,
        PdfDictionary dictionary => dictionary.Name("BaseEncoding"),
        _ => null,
    };

    private static IEnumerable<string> Differences(SimpleFont font) =>
        (font.Encoding as PdfDictionary)?.Array("Differences")?.Resolved.OfType<PdfName>().Select(name => name.Value) ?? [];

    private static IEnumerable<Fault> Nonsymbolic(Examination examined, Func<SimpleFont, TrueTypeProgram?, bool> isWrong, string what) => Select(examined, false, isWrong, what);

    private static IEnumerable<Fault> Symbolic(Examination examined, Func<SimpleFont, TrueTypeProgram?, bool> isWrong, string what) => Select(examined, true, isWrong, what);

    private static IEnumerable<Fault> Select(Examination examined, bool symbolic, Func<SimpleFont, TrueTypeProgram?, bool> isWrong, string what) =>
        from use in examined.Survey.Fonts
        where use.IsRendered && use.Font is SimpleFont { Subtype: "TrueType" } font && font.IsSymbolic == symbolic && isWrong(font, font.Program as TrueTypeProgram)
        select new Fault($"The font '{use.Font.Name}' {what}.", use.Page, use.Font.ObjectNumber);
}
