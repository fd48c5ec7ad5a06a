namespace Daybook.Tests.Pdf.Conformance;

/// <summary>Faults against PDF/A-2a.</summary>
internal static class ArchivingFaults
{
    public static readonly PlantedFault[] All =
    [
        new("data before the header", ["ISO 19005-2 6.1.2", "ISO 32000-1 7"], file => file.Header = "junk\n" + file.Header),
        new("no binary characters", "ISO 19005-2 6.1.2", file => file.Header = "%PDF-1.7\n"),
        new("no identifier", "ISO 19005-2 6.1.3", file => file.Trailer = "/Root {catalog} /Info {info}"),
        new("encryption", "ISO 19005-2 6.1.3", file => IdentityEncryption.Add(file, -1)),
        new("data after the end", "ISO 19005-2 6.1.3", file => file.End = "%%EOF\nmore\n"),
        new("an odd hexadecimal string", "ISO 19005-2 6.1.6", file => file.Replace("note", "/ID (note1)", "/ID <ABC>")),
        new("a wrong length", "ISO 19005-2 6.1.7.1", file => file.Replace("profile", "/N 3", "/N 3 /Length 99")),
        new("data in another file", "ISO 19005-2 6.1.7.1", file => file.Replace("profile", "/N 3", "/N 3 /FFilter /FlateDecode")),
        new("LZW", "ISO 19005-2 6.1.7.2", file => file.Add("packed", "/Filter /LZWDecode", "\u0080\u000B\u0060\u0050\u0022\u000C\u000C\u0085\u0001")),
        new("an inline image in LZW", "ISO 19005-2 6.1.10", file => file.ReplaceData("contents", "1 0 0 rg", "BI /W 1 /H 1 /CS /G /BPC 8 /F /LZW ID abc\nEI 1 0 0 rg")),
        new("other permissions", "ISO 19005-2 6.1.12", file => file.Replace("catalog", "/Lang (en)", "/Lang (en) /Perms << /Own << >> >>")),
        new("a large integer", "ISO 19005-2 6.1.13", file => file.Replace("info", "<<", "<< /Count 99999999999")),
        new("a long name", "ISO 19005-2 6.1.13", file => file.Replace("info", "<<", "<< /Kind /" + new string('x', 128))),
        new("a long string", "ISO 19005-2 6.1.13", file => file.Replace("info", "<<", "<< /Words (" + new string('x', 32768) + ")")),
        new("states saved deep", "ISO 19005-2 6.1.13", file => file.ReplaceData("contents", "1 0 0 rg", string.Concat(Enumerable.Repeat("q ", 29)) + string.Concat(Enumerable.Repeat("Q ", 29)) + "1 0 0 rg")),
        new("a huge page", "ISO 19005-2 6.1.13", file => file.Replace("pages", "[0 0 595 842]", "[0 0 595 15000]")),
        new("an unknown operator", "ISO 19005-2 6.2.2", file => file.ReplaceData("contents", "1 0 0 rg", "1 0 0 rg BX 5 sparkle EX")),
        new("a missing resource", "ISO 19005-2 6.2.2", file => file.ReplaceData("contents", "1 0 0 rg", "/Gone gs 1 0 0 rg")),
        new("an output intent without profile", ["ISO 19005-2 6.2.3", "ISO 19005-2 6.2.4.3"], file => file.Replace("intent", "/DestOutputProfile {profile}", "")),
        new("a profile for scanners", "ISO 19005-2 6.2.3", file => file.SetData("profile", GoodPdf.Profile("scnr", "RGB "))),
        new("a profile with other components", "ISO 19005-2 6.2.3", file => file.Replace("profile", "/N 3", "/N 4")),
        new("no output intent", "ISO 19005-2 6.2.4.3", file => file.Replace("catalog", "/OutputIntents [{intent}]", "")),
        new("CMYK beside an RGB output intent", "ISO 19005-2 6.2.4.3", file => file.ReplaceData("contents", "1 0 0 rg", "0 1 1 0 k")),
        new("a transfer function", "ISO 19005-2 6.2.5", file => UseState(file, "/TR /Identity")),
        new("an unknown rendering intent", "ISO 19005-2 6.2.6", file => file.ReplaceData("contents", "1 0 0 rg", "/Vivid ri 1 0 0 rg")),
        new("an interpolated image", "ISO 19005-2 6.2.8", file => UseImage(file, "/Interpolate true")),
        new("an image with alternates", "ISO 19005-2 6.2.8", file => UseImage(file, "/Alternates []")),
        new("PostScript", "ISO 19005-2 6.2.9", file => file.Add("form", "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Subtype2 /PS", "")),
        new("an unknown blend mode", "ISO 19005-2 6.2.10", file => UseState(file, "/BM /Sparkle")),
        new("transparency without a colour space", ["ISO 19005-2 6.2.10", "ISO 19005-2 6.2.4.3"], file =>
        {
            file.Replace("catalog", "/OutputIntents [{intent}]", "");
            UseState(file, "/ca 0.5");
        }),
        new("a font that is not embedded", "ISO 19005-2 6.2.11.4.1", file => file.Replace("descriptor", "/FontFile2 {fontfile}", "")),
        new("a font of no type", "ISO 19005-2 6.2.11.2", file => file.Replace("font", "/Type /Font", "/Type /Typeface")),
        new("no map to glyphs", "ISO 19005-2 6.2.11.3.2", file => file.Replace("cidfont", "/CIDToGIDMap /Identity", "")),
        new("widths of another font", "ISO 19005-2 6.2.11.5", file => file.Replace("cidfont", "/DW 600", "/DW 500")),
        new("no meaning at all", "ISO 19005-2 6.2.11.7.2", file => file.Replace("font", "/ToUnicode {tounicode}", "")),
        new("a character of private use", "ISO 19005-2 6.2.11.7.3", file => file.ReplaceData("tounicode", "<0015> <0054>", "<0015> <E001>")),
        new("the glyph for missing characters", "ISO 19005-2 6.2.11.8", file =>
        {
            file.ReplaceData("contents", GoodPdf.Font.Hexadecimal("Two were found."), "0000");
            file.ReplaceData("tounicode", "beginbfchar\n", "beginbfchar\n<0000> <003F>\n");
        }),
        new("a film", ["ISO 19005-2 6.3.1", "ISO 19005-2 6.3.3"], file => file.Replace("link", "/Subtype /Link", "/Subtype /Movie")),
        new("an annotation without flags", "ISO 19005-2 6.3.2", file => file.Replace("link", "/F 4", "")),
        new("an annotation that is not printed", "ISO 19005-2 6.3.2", file => file.Replace("link", "/F 4", "/F 0")),
        new("an annotation without appearance", "ISO 19005-2 6.3.3", file => file.Replace("link", "/Subtype /Link", "/Subtype /Square")),
        new("appearances to be made", "ISO 19005-2 6.4.1", file => file.Replace("catalog", "/Lang (en)", "/Lang (en) /AcroForm << /Fields [] /NeedAppearances true >>")),
        new("an XFA form", "ISO 19005-2 6.4.2", file => file.Replace("catalog", "/Lang (en)", "/Lang (en) /AcroForm << /Fields [] /XFA [] >>")),
        new("JavaScript", "ISO 19005-2 6.5.1", file => file.Replace("catalog", "/Lang (en)", "/Lang (en) /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>")),
        new("a program started by a link", "ISO 19005-2 6.5.1", file => file.Replace("link", "/S /URI /URI (https://example.org/)", "/S /Launch /F (run.exe)")),
        new("actions of the page", "ISO 19005-2 6.5.2", file => file.Replace("page", "/Tabs /S", "/Tabs /S /AA << /O << /S /Named /N /NextPage >> >>")),
        new("no metadata", "ISO 19005-2 6.6.2.1", file => file.Replace("catalog", "/Metadata {metadata}", "")),
        new("metadata that names its encoding", "ISO 19005-2 6.6.2.1", file => file.ReplaceData("metadata", "<?xpacket begin=\"\"", "<?xpacket begin=\"\" encoding=\"UTF-8\"")),
        new("a schema that is not described", "ISO 19005-2 6.6.2.3.1", file => file.ReplaceData("metadata", "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/", "<pdfaSchema:namespaceURI>http://example.org/")),
        new("another title", "ISO 19005-2 6.6.3", file => file.Replace("info", "(Daily report)", "(Weekly report)")),
        new("no claim of PDF/A", "ISO 19005-2 6.6.4", file => file.ReplaceData("metadata", "<pdfaid:part>2</pdfaid:part>", "")),
        new("a claim of level B", "ISO 19005-2 6.6.4", file => file.ReplaceData("metadata", "<pdfaid:conformance>A<", "<pdfaid:conformance>B<")),
        new("not marked as tagged", "ISO 19005-2 6.7.2", file => file.Replace("catalog", "/Marked true", "/Marked false")),
        new("no structure tree", "ISO 19005-2 6.7.3.3", file => file.Replace("catalog", "/StructTreeRoot {tree}", "")),
        new("a type that is mapped nowhere", "ISO 19005-2 6.7.3.4", file => file.Replace("tree", "/Remark /P", "")),
        new("a language that is none", "ISO 19005-2 6.7.4", file => file.Replace("catalog", "/Lang (en)", "/Lang (English language)")),
        new("an embedded spreadsheet", "ISO 19005-2 6.8", file =>
        {
            file.Replace("catalog", "/Lang (en)", "/Lang (en) /Names << /EmbeddedFiles << /Names [(a.csv) << /Type /Filespec /F (a.csv) /UF (a.csv) /EF << /F {data} >> >>] >> >>");
            file.Add("data", "/Type /EmbeddedFile", "a,b");
        }),
        new("unnamed optional content", "ISO 19005-2 6.9", file => file.Replace("catalog", "/Lang (en)", "/Lang (en) /OCProperties << /OCGs [] /D << >> >>")),
        new("presentation steps", "ISO 19005-2 6.10", file => file.Replace("page", "/Tabs /S", "/Tabs /S /PresSteps << >>")),
        new("requirements", "ISO 19005-2 6.11", file => file.Replace("catalog", "/Lang (en)", "/Lang (en) /Requirements []")),
    ];

    private static void UseState(SmallPdf file, string entries)
    {
        file.Replace("page", "/Resources <<", "/Resources << /ExtGState << /G << " + entries + " >> >>");
        file.ReplaceData("contents", "1 0 0 rg", "/G gs 1 0 0 rg");
    }

    private static void UseImage(SmallPdf file, string entries)
    {
        file.Replace("page", "/Resources <<", "/Resources << /XObject << /I {image} >>");
        file.ReplaceData("contents", "1 0 0 rg", "/I Do 1 0 0 rg");
        file.Add("image", "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 " + entries, "x");
    }
}
