using System.Collections.Immutable;
using Daybook.Pdf.Conformance.Examining;
using Daybook.Pdf.Conformance.Fonts;
using Daybook.Pdf.Reading.Fonts;

namespace Daybook.Pdf.Conformance.Archiving;

/// <summary>ISO 19005-2, 6.2.11: fonts.</summary>
internal static class ArchivedFonts
{
    private const string Embed = "Embed the font anew from its original file.";
    private const string Unicode = "Write a ToUnicode map for all codes that text uses.";

    public static readonly ImmutableArray<Condition> LevelB =
    [
        new("ISO 19005-2 6.2.11.2", "Font dictionaries are complete", Embed, Incomplete),
        new("ISO 19005-2 6.2.11.3.1", "CIDFont and CMap name the same registry", Embed, examined => CompositeChecks.Systems(examined, "Registry")),
        new("ISO 19005-2 6.2.11.3.1", "CIDFont and CMap name the same ordering", Embed, examined => CompositeChecks.Systems(examined, "Ordering")),
        new("ISO 19005-2 6.2.11.3.1", "The CIDFont covers the supplement of the CMap", Embed, CompositeChecks.Supplements),
        new("ISO 19005-2 6.2.11.3.2", "TrueType CIDFonts have a map from CIDs to glyphs", "Add CIDToGIDMap to the CIDFont.", CompositeChecks.GlyphMapMissing),
        new("ISO 19005-2 6.2.11.3.2", "The map from CIDs to glyphs is a stream or Identity", Embed, CompositeChecks.GlyphMapKind),
        new("ISO 19005-2 6.2.11.3.3", "CMaps are predefined or embedded", "Embed the CMap.", CompositeChecks.CMapNotEmbedded),
        new("ISO 19005-2 6.2.11.3.3", "CMaps and their dictionaries agree on the writing direction", "Make WMode the same in both.", CompositeChecks.WritingModes),
        new("ISO 19005-2 6.2.11.3.3", "CMaps build only on predefined CMaps", "Embed one CMap with all codes.", CompositeChecks.UsedCMaps),
        new("ISO 19005-2 6.2.11.4.1", "Fonts of visible text are embedded", "Embed the font.", ProgramChecks.NotEmbedded),
        new("ISO 19005-2 6.2.11.4.1", "Embedded fonts have the glyphs that text uses", Embed, ProgramChecks.MissingGlyphs),
        new("ISO 19005-2 6.2.11.4.2", "CharSet lists all glyphs of the font", "Remove CharSet or list all glyphs.", ProgramChecks.CharSetIncomplete),
        new("ISO 19005-2 6.2.11.4.2", "CIDSet lists all glyphs of the font", "Remove CIDSet or list all glyphs.", ProgramChecks.CidSetIncomplete),
        new("ISO 19005-2 6.2.11.5", "Widths agree with the embedded font", "Write the widths of the embedded font into the font dictionary.", ProgramChecks.Widths),
        new("ISO 19005-2 6.2.11.6", "Non-symbolic TrueType fonts have a Unicode or Macintosh cmap", Embed, TrueTypeChecks.NoUsableMap),
        new("ISO 19005-2 6.2.11.6", "Encodings of non-symbolic TrueType fonts are MacRoman or WinAnsi", "Use WinAnsiEncoding.", TrueTypeChecks.OtherEncoding),
        new("ISO 19005-2 6.2.11.6", "Non-symbolic TrueType fonts name an encoding", "Add Encoding to the font.", TrueTypeChecks.NoEncoding),
        new("ISO 19005-2 6.2.11.6", "Differences of non-symbolic TrueType fonts use names of the Adobe Glyph List", "Use listed names, or a composite font.", TrueTypeChecks.UnlistedNames),
        new("ISO 19005-2 6.2.11.6", "Non-symbolic TrueType fonts with Differences have a Unicode cmap", Embed, TrueTypeChecks.DifferencesWithoutUnicode),
        new("ISO 19005-2 6.2.11.6", "Symbolic TrueType fonts name no encoding", "Remove Encoding from the font.", TrueTypeChecks.SymbolicEncoding),
        new("ISO 19005-2 6.2.11.6", "Symbolic TrueType fonts have one cmap, or one for symbols", Embed, TrueTypeChecks.SymbolicMaps),
        new("ISO 19005-2 6.2.11.8", "Text does not show the glyph for missing characters", "Use a font that has the characters.", ProgramChecks.NotDefined),
        .. ProgramChecks.Limits,
    ];

    public static readonly ImmutableArray<Condition> LevelA =
    [
        new("ISO 19005-2 6.2.11.7.2", "Fonts tell what their codes mean", Unicode, UnicodeChecks.NoMap),
        new("ISO 19005-2 6.2.11.7.2", "Every character has a Unicode value", Unicode, UnicodeChecks.Unmapped),
        new("ISO 19005-2 6.2.11.7.2", "No character means U+0000", Unicode, UnicodeChecks.Zero),
        new("ISO 19005-2 6.2.11.7.2", "No character means a byte order mark", Unicode, UnicodeChecks.ByteOrderMarks),
        new("ISO 19005-2 6.2.11.7.3", "Characters of private use have a replacement text", "Write ActualText around the characters.", UnicodeChecks.PrivateUse),
    ];

    private static IEnumerable<Fault> Incomplete(Examination examined)
    {
        foreach (var use in examined.Survey.Fonts)
        {
            if (What(use.Font) is { } what)
                yield return new Fault($"The font '{use.Font.Name}' {what}.", use.Page, use.Font.ObjectNumber);
        }
    }

    private static string? What(FileFont font)
    {
        var dictionary = font.Dictionary;
        if (dictionary.Name("Type") != "Font")
            return "is not of the type Font";
        if (font.Subtype is not ("Type1" or "MMType1" or "TrueType" or "Type3" or "Type0"))
            return $"is of the unknown kind '{font.Subtype}'";
        if (font.Subtype != "Type3" && dictionary.Name("BaseFont") is null)
            return "has no BaseFont";
        if (font is SimpleFont && font.IsEmbedded && dictionary.Array("Widths")?.Count != dictionary.Integer("LastChar") - dictionary.Integer("FirstChar") + 1)
            return "does not give one width for each code from FirstChar to LastChar";
        return font.Descriptor?.Stream("FontFile3")?.Dictionary.Name("Subtype") is null or "Type1C" or "CIDFontType0C" or "OpenType"
            ? null
            : "embeds a font file of an unknown kind";
    }
}
