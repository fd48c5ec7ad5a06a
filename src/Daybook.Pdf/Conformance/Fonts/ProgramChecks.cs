using System.Collections.Immutable;
using System.Globalization;
using Daybook.Pdf.Conformance.Examining;
using Daybook.Pdf.Reading.Fonts;
using Daybook.Pdf.Reading.Objects;

namespace Daybook.Pdf.Conformance.Fonts;

/// <summary>Whether embedded font files are there, readable, and agree with the font dictionaries and with what text uses.</summary>
internal static class ProgramChecks
{
    /// <summary>How far widths may differ, in thousandths of the em; writers round.</summary>
    private const double WidthTolerance = 1.0;

    /// <summary>Fonts that this reader cannot look into are named, so that nothing unchecked passes for checked.</summary>
    public static readonly ImmutableArray<Condition> Limits =
    [
        new("ISO 32000-1 9.9", "Embedded font files can be read", "Embed the font anew from its original file.", Damaged),
        new("ISO 32000-1 9.7.5", "The glyphs of the font can be checked", "Check this font with another tool.", Unknown) { IsWarning = true },
    ];

    public static IEnumerable<Fault> NotEmbedded(Examination examined) => examined.Survey.Fonts
        .Where(use => use.IsRendered && use.Font.Subtype != "Type3" && !use.Font.IsEmbedded)
        .Select(use => new Fault($"The font '{use.Font.Name}' is not embedded.", use.Page, use.Font.ObjectNumber));

    public static IEnumerable<Fault> MissingGlyphs(Examination examined) => Codes(examined,
        (use, code) => use.Codes[code].IsRendered && use.Font.Glyph(code).State == GlyphState.Missing && !IsTrueTypeWithoutMap(use.Font),
        "the embedded font has no glyph for it");

    public static IEnumerable<Fault> NotDefined(Examination examined) => Codes(examined,
        (use, code) => use.Font.Glyph(code).State == GlyphState.NotDefined && !(use.Font is SimpleFont { IsNonsymbolicTrueType: true } && use.Codes[code].IsRendered),
        "it shows the glyph for missing characters (.notdef)");

    public static IEnumerable<Fault> Widths(Examination examined) => Codes(examined,
        (use, code) => use.Codes[code].IsRendered && use.Font.Glyph(code) is { State: GlyphState.Present, Width: { } real }
            && Math.Abs((use.Font.Width(code) ?? 0) - real) > WidthTolerance,
        "its width in the font dictionary is not that of the embedded font");

    public static IEnumerable<Fault> CharSetIncomplete(Examination examined) => CharSets(examined,
        (listed, present) => present.Except(listed).Where(name => name != ".notdef"), "does not list the glyph");

    public static IEnumerable<Fault> CharSetTooLong(Examination examined) => CharSets(examined, (listed, present) => listed.Except(present), "lists a glyph that the font does not have:");

    public static IEnumerable<Fault> CidSetIncomplete(Examination examined) => CidSets(examined, (listed, present) => present.Except(listed).Where(cid => cid != 0), "does not list the glyph of CID");

    public static IEnumerable<Fault> CidSetTooLong(Examination examined) => CidSets(examined, (listed, present) => listed.Except(present), "lists a CID that the font does not have:");

    private static IEnumerable<Fault> Damaged(Examination examined) => examined.Survey.Fonts
        .Where(use => use.Font.ProgramDamage is not null)
        .Select(use => new Fault($"The embedded font file of '{use.Font.Name}' cannot be read: {use.Font.ProgramDamage}.", use.Page, use.Font.ObjectNumber));

    private static IEnumerable<Fault> Unknown(Examination examined) => examined.Survey.Fonts
        .Where(use => use.Font.Program is not null && use.Codes.Keys.Any(code => use.Font.Glyph(code).State == GlyphState.Unknown))
        .Select(use => new Fault($"Which glyphs of '{use.Font.Name}' text uses could not be worked out, so they were not checked.", use.Page, use.Font.ObjectNumber));

    /// <summary>Such a font breaks a condition of its own.</summary>
    private static bool IsTrueTypeWithoutMap(FileFont font) => font is SimpleFont { Program: TrueTypeProgram { CharacterMaps.Count: 0 } };

    private static IEnumerable<Fault> Codes(Examination examined, Func<FontUse, CharacterCode, bool> isWrong, string what)
    {
        foreach (var use in examined.Survey.Fonts)
        {
            var codes = use.Codes.Keys.Where(code => isWrong(use, code)).OrderBy(code => code.Value).ToList();
            if (codes.Count > 0)
                yield return new Fault($"{Character(use.Font, codes[0])}{More(codes.Count - 1)} of '{use.Font.Name}': {what}.", use.Codes[codes[0]].Page, use.Font.ObjectNumber);
        }
    }

    private static string Character(FileFont font, CharacterCode code)
    {
        var text = font.Unicode(code);
        var hexadecimal = code.Value.ToString("X" + (2 * code.Bytes), CultureInfo.InvariantCulture);
        return text is null || text.Any(char.IsControl) ? $"Code {hexadecimal}" : $"Code {hexadecimal} ('{text}')";
    }

    private static string More(int count) => count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" and {count} more");

    private static IEnumerable<Fault> CharSets(Examination examined, Func<HashSet<string>, IEnumerable<string>, IEnumerable<string>> difference, string what) =>
        from use in examined.Survey.Fonts
        let charSet = use.Font.Descriptor?.Bytes("CharSet")
        let present = use.Font.Program switch { Type1Program font => font.GlyphNames, CffProgram { IsCidKeyed: false } font => font.GlyphNames, _ => null }
        where charSet is not null && present is not null && use.Font is SimpleFont
        let listed = System.Text.Encoding.Latin1.GetString(charSet).Split(['/', ' '], StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal)
        let wrong = difference(listed, present).FirstOrDefault()
        where wrong is not null
        select new Fault($"The CharSet of '{use.Font.Name}' {what} '{wrong}'.", use.Page, use.Font.ObjectNumber);

    private static IEnumerable<Fault> CidSets(Examination examined, Func<HashSet<int>, IEnumerable<int>, IEnumerable<int>> difference, string what)
    {
        foreach (var use in examined.Survey.Fonts)
        {
            if (use.Font.Descriptor?.Stream("CIDSet") is not { } stream || Cids(use.Font) is not { } present)
                continue;
            var listed = Bits(examined.File.Decode(stream).Data).ToHashSet();
            foreach (var cid in difference(listed, present).Take(1))
                yield return new Fault(string.Create(CultureInfo.InvariantCulture, $"The CIDSet of '{use.Font.Name}' {what} {cid}."), use.Page, use.Font.ObjectNumber);
        }
    }

    /// <summary>The CIDs the font file has; null where they cannot be told from it.</summary>
    private static IEnumerable<int>? Cids(FileFont font) => font switch
    {
        { Program: CffProgram { IsCidKeyed: true } compact } => compact.Cids,
        CompositeFont { Program: TrueTypeProgram program } composite when composite.Descendant["CIDToGIDMap"] is PdfName or null => Enumerable.Range(0, program.GlyphCount),
        _ => null,
    };

    private static IEnumerable<int> Bits(byte[] bytes)
    {
        for (var cid = 0; cid < bytes.Length * 8; cid++)
        {
            if ((bytes[cid / 8] & (0x80 >> (cid % 8))) != 0)
                yield return cid;
        }
    }
}
