using System.Text;

namespace Daybook.Tests.Pdf.Conformance;

/// <summary>Faults against PDF/UA-1 in fonts.</summary>
internal static class FontFaults
{
    private const string SystemInfo = "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>";

    /// <summary>The glyphs of the characters that texts use.</summary>
    private static readonly string[] Type1Glyphs =
        [.. string.Concat(GoodPdf.Texts).Distinct().Select(character => Daybook.Pdf.Reading.Fonts.SimpleEncoding.WinAnsi[character]!)];

    public static readonly PlantedFault[] All =
    [
        new("a character without meaning", "Matterhorn 10-001", file => file.ReplaceData("tounicode", "<0015> <0054>\n", "")),
        new("another registry", "Matterhorn 31-001", file => UseCMap(file, SystemInfo.Replace("Adobe", "Other", StringComparison.Ordinal))),
        new("another ordering", "Matterhorn 31-002", file => UseCMap(file, SystemInfo.Replace("Identity", "Other", StringComparison.Ordinal))),
        new("a newer supplement", "Matterhorn 31-003", file => UseCMap(file, SystemInfo.Replace("/Supplement 0", "/Supplement 3", StringComparison.Ordinal))),
        new("an unknown map to glyphs", "Matterhorn 31-004", file => file.Replace("cidfont", "/CIDToGIDMap /Identity", "/CIDToGIDMap /Other")),
        new("no map to glyphs", "Matterhorn 31-005", file => file.Replace("cidfont", "/CIDToGIDMap /Identity", "")),
        new("an unknown CMap", ["ISO 32000-1 9.7.5", "Matterhorn 31-006"], file => file.Replace("font", "/Identity-H", "/Own-H")),
        new("another writing direction", "Matterhorn 31-007", file => UseCMap(file, SystemInfo + " /WMode 1")),
        new("a CMap upon an unknown one", "Matterhorn 31-008", file => UseCMap(file, SystemInfo, "/Own-H usecmap\n")),
        new("a font that is not embedded", "Matterhorn 31-009", file => file.Replace("descriptor", "/FontFile2 {fontfile}", "")),
        new("an embedded font that is damaged", "ISO 32000-1 9.9", file => file.SetData("fontfile", "no font"u8.ToArray())),
        new("a glyph that is not there", "Matterhorn 31-011", file => Show(file, "0FFF")),
        new("a CharSet with too few glyphs", "Matterhorn 31-012", file => Type1(file, Type1Glyphs, Type1Glyphs.Skip(1))),
        new("a CharSet with too many glyphs", "Matterhorn 31-013", file => Type1(file, Type1Glyphs, Type1Glyphs.Append("mystery"))),
        new("a glyph that a Type 1 font does not have", "Matterhorn 31-011", file => Type1(file, Type1Glyphs.Where(name => name != "w"), Type1Glyphs.Where(name => name != "w"))),
        new("a CIDSet with too few glyphs", "Matterhorn 31-014", file => UseCidSet(file, new byte[9])),
        new("a CIDSet with too many glyphs", "Matterhorn 31-015", file => UseCidSet(file, [.. Enumerable.Repeat((byte)0xFF, 20)])),
        new("widths of another font", "Matterhorn 31-016", file => file.Replace("cidfont", "/DW 600", "/DW 500")),
        new("no Unicode cmap", "Matterhorn 31-017", file => Simple(file, new TinyFont { Maps = [(3, 0)] })),
        new("a cmap without the character", "Matterhorn 31-018", file => Simple(file, new TinyFont { Characters = GoodPdf.Font.Characters.Replace("w", "", StringComparison.Ordinal) })),
        new("no encoding", "Matterhorn 31-019", file => Simple(file, GoodPdf.Font, "")),
        new("an encoding without base", "Matterhorn 31-020", file => Simple(file, GoodPdf.Font, "/Encoding << /Differences [65 /A] >>")),
        new("the standard encoding", "Matterhorn 31-021", file => Simple(file, GoodPdf.Font, "/Encoding /StandardEncoding")),
        new("a glyph name of its own", "Matterhorn 31-022", file => Simple(file, GoodPdf.Font, "/Encoding << /BaseEncoding /WinAnsiEncoding /Differences [1 /mystery] >>")),
        new("differences without a Unicode cmap", "Matterhorn 31-023", file =>
            Simple(file, new TinyFont { Maps = [(1, 0)] }, "/Encoding << /BaseEncoding /WinAnsiEncoding /Differences [65 /A] >>")),
        new("a symbolic font with an encoding", "Matterhorn 31-024", file => Simple(file, GoodPdf.Font, flags: 4)),
        new("a symbolic font without cmap", ["Matterhorn 31-025", "Matterhorn 31-030"], file => Simple(file, new TinyFont { Maps = [] }, "", 4)),
        new("a symbolic font with two cmaps", "Matterhorn 31-026", file => Simple(file, new TinyFont { Maps = [(1, 0), (3, 1)] }, "", 4)),
        new("no meaning at all", "Matterhorn 31-027", file => file.Replace("font", "/ToUnicode {tounicode}", "")),
        new("a character that means zero", "Matterhorn 31-028", file => file.ReplaceData("tounicode", "<0015> <0054>", "<0015> <0000>")),
        new("a character that means a byte order mark", "Matterhorn 31-029", file => file.ReplaceData("tounicode", "<0015> <0054>", "<0015> <FEFF>")),
        new("the glyph for missing characters", "Matterhorn 31-030", file => Show(file, "0000")),
    ];

    /// <summary>Shows a code that means a question mark.</summary>
    private static void Show(SmallPdf file, string code)
    {
        file.ReplaceData("contents", GoodPdf.Font.Hexadecimal("Two were found."), code);
        file.ReplaceData("tounicode", "beginbfchar\n", $"beginbfchar\n<{code}> <003F>\n");
    }

    private static void UseCidSet(SmallPdf file, byte[] bits)
    {
        file.Replace("descriptor", "/FontFile2", "/CIDSet {cidset} /FontFile2");
        file.Add("cidset", "", bits);
    }

    private static void UseCMap(SmallPdf file, string dictionary, string more = "")
    {
        file.Replace("font", "/Encoding /Identity-H", "/Encoding {cmap}");
        file.Add("cmap", "/Type /CMap /CMapName /Own " + dictionary,
            more + "begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange 1 begincidrange <0000> <FFFF> 0 endcidrange endcmap");
    }

    /// <summary>Makes the font a Type 1 font that agrees with what text uses but for its glyphs and its CharSet.</summary>
    private static void Type1(SmallPdf file, IEnumerable<string> glyphs, IEnumerable<string> charSet)
    {
        Simple(file, GoodPdf.Font);
        file.Replace("font", "/Subtype /TrueType", "/Subtype /Type1");
        file.Replace("descriptor", "/FontFile2 {fontfile}", "/FontFile {fontfile} /CharSet (" + string.Concat(charSet.Select(name => "/" + name)) + ")");
        file.SetData("fontfile", TinyType1.Build(glyphs));
    }

    /// <summary>Makes the font a simple TrueType font with codes of Latin-1.</summary>
    private static void Simple(SmallPdf file, TinyFont font, string encoding = "/Encoding /WinAnsiEncoding", int flags = 32)
    {
        var widths = string.Join(' ', Enumerable.Repeat(TinyFont.Advance, 95));
        file.Replace("font", "/Subtype /Type0", "/Subtype /TrueType /FirstChar 32 /LastChar 126 /FontDescriptor {descriptor} /Widths [" + widths + "]");
        file.Replace("font", "/Encoding /Identity-H", encoding);
        file.Replace("font", "/DescendantFonts [{cidfont}]", "");
        file.Replace("descriptor", "/Flags 32", "/Flags " + flags);
        file.SetData("fontfile", font.Build());
        file.SetData("tounicode", Encoding.ASCII.GetBytes("1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfrange <20> <7E> <0020> endbfrange"));
        foreach (var text in GoodPdf.Texts)
            file.ReplaceData("contents", $"<{GoodPdf.Font.Hexadecimal(text)}>", $"({text})");
    }
}
