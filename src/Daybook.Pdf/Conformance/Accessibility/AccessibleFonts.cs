using System.Collections.Immutable;
using Daybook.Pdf.Conformance.Fonts;

namespace Daybook.Pdf.Conformance.Accessibility;

/// <summary>Checkpoints 10 and 31: fonts are embedded, agree with what text uses of them, and their codes have meaning.</summary>
internal static class AccessibleFonts
{
    private const string Embed = "Embed the font anew from its original file.";
    private const string Unicode = "Write a ToUnicode map for all codes that text uses.";

    public static readonly ImmutableArray<Condition> Conditions =
    [
        new("Matterhorn 10-001", "Every character has a Unicode value", Unicode, UnicodeChecks.Unmapped),
        new("Matterhorn 31-001", "CIDFont and CMap name the same registry", Embed, examined => CompositeChecks.Systems(examined, "Registry")),
        new("Matterhorn 31-002", "CIDFont and CMap name the same ordering", Embed, examined => CompositeChecks.Systems(examined, "Ordering")),
        new("Matterhorn 31-003", "The CIDFont covers the supplement of the CMap", Embed, CompositeChecks.Supplements),
        new("Matterhorn 31-004", "The map from CIDs to glyphs is a stream or Identity", Embed, CompositeChecks.GlyphMapKind),
        new("Matterhorn 31-005", "TrueType CIDFonts have a map from CIDs to glyphs", "Add CIDToGIDMap to the CIDFont.", CompositeChecks.GlyphMapMissing),
        new("Matterhorn 31-006", "CMaps are predefined or embedded", "Embed the CMap.", CompositeChecks.CMapNotEmbedded),
        new("Matterhorn 31-007", "CMaps and their dictionaries agree on the writing direction", "Make WMode the same in both.", CompositeChecks.WritingModes),
        new("Matterhorn 31-008", "CMaps build only on predefined CMaps", "Embed one CMap with all codes.", CompositeChecks.UsedCMaps),
        new("Matterhorn 31-009", "Fonts of visible text are embedded", "Embed the font.", ProgramChecks.NotEmbedded),
        new("Matterhorn 31-011", "Embedded fonts have the glyphs that text uses", Embed, ProgramChecks.MissingGlyphs),
        new("Matterhorn 31-012", "CharSet lists all glyphs of the font", "Remove CharSet or list all glyphs.", ProgramChecks.CharSetIncomplete),
        new("Matterhorn 31-013", "The font has all glyphs that CharSet lists", "Remove CharSet or list only glyphs of the font.", ProgramChecks.CharSetTooLong),
        new("Matterhorn 31-014", "CIDSet lists all glyphs of the font", "Remove CIDSet or list all glyphs.", ProgramChecks.CidSetIncomplete),
        new("Matterhorn 31-015", "The font has all glyphs that CIDSet lists", "Remove CIDSet or list only glyphs of the font.", ProgramChecks.CidSetTooLong),
        new("Matterhorn 31-016", "Widths agree with the embedded font", "Write the widths of the embedded font into the font dictionary.", ProgramChecks.Widths),
        new("Matterhorn 31-017", "Non-symbolic TrueType fonts have a Unicode or Macintosh cmap", Embed, TrueTypeChecks.NoUsableMap),
        new("Matterhorn 31-018", "The cmap of non-symbolic TrueType fonts has what text uses", Embed, TrueTypeChecks.GlyphNotInMap),
        new("Matterhorn 31-019", "Non-symbolic TrueType fonts name an encoding", "Add Encoding to the font.", TrueTypeChecks.NoEncoding),
        new("Matterhorn 31-020", "Encodings of non-symbolic TrueType fonts name a base", "Add BaseEncoding to the encoding.", TrueTypeChecks.NoBaseEncoding),
        new("Matterhorn 31-021", "Encodings of non-symbolic TrueType fonts are MacRoman or WinAnsi", "Use WinAnsiEncoding.", TrueTypeChecks.OtherEncoding),
        new("Matterhorn 31-022", "Differences of non-symbolic TrueType fonts use names of the Adobe Glyph List", "Use listed names, or a composite font.", TrueTypeChecks.UnlistedNames),
        new("Matterhorn 31-023", "Non-symbolic TrueType fonts with Differences have a Unicode cmap", Embed, TrueTypeChecks.DifferencesWithoutUnicode),
        new("Matterhorn 31-024", "Symbolic TrueType fonts name no encoding", "Remove Encoding from the font.", TrueTypeChecks.SymbolicEncoding),
        new("Matterhorn 31-025", "Symbolic TrueType fonts have a cmap", Embed, TrueTypeChecks.SymbolicWithoutMap),
        new("Matterhorn 31-026", "Symbolic TrueType fonts have one cmap, or one for symbols", Embed, TrueTypeChecks.SymbolicMaps),
        new("Matterhorn 31-027", "Fonts tell what their codes mean", Unicode, UnicodeChecks.NoMap),
        new("Matterhorn 31-028", "No character means U+0000", Unicode, UnicodeChecks.Zero),
        new("Matterhorn 31-029", "No character means a byte order mark", Unicode, UnicodeChecks.ByteOrderMarks),
        new("Matterhorn 31-030", "Text does not show the glyph for missing characters", "Use a font that has the characters.", ProgramChecks.NotDefined),
        .. ProgramChecks.Limits,
    ];
}
