using System.Collections.Frozen;
using Daybook.Pdf.Reading.Objects;

namespace Daybook.Pdf.Reading.Fonts;

/// <summary>A Type 0 font: codes of one to four bytes lead through a CMap to the glyphs of a CIDFont (ISO 32000-1, 9.7).</summary>
internal sealed class CompositeFont : FileFont
{
    /// <summary>The CMaps of ISO 32000-1, table 118.</summary>
    public static readonly FrozenSet<string> PredefinedCMaps = (
        "Identity-H Identity-V GB-EUC-H GB-EUC-V GBpc-EUC-H GBpc-EUC-V GBK-EUC-H GBK-EUC-V GBKp-EUC-H GBKp-EUC-V GBK2K-H GBK2K-V UniGB-UCS2-H UniGB-UCS2-V " +
        "UniGB-UTF16-H UniGB-UTF16-V B5pc-H B5pc-V HKscs-B5-H HKscs-B5-V ETen-B5-H ETen-B5-V ETenms-B5-H ETenms-B5-V CNS-EUC-H CNS-EUC-V UniCNS-UCS2-H " +
        "UniCNS-UCS2-V UniCNS-UTF16-H UniCNS-UTF16-V 83pv-RKSJ-H 90ms-RKSJ-H 90ms-RKSJ-V 90msp-RKSJ-H 90msp-RKSJ-V 90pv-RKSJ-H Add-RKSJ-H Add-RKSJ-V " +
        "EUC-H EUC-V Ext-RKSJ-H Ext-RKSJ-V H V UniJIS-UCS2-H UniJIS-UCS2-V UniJIS-UCS2-HW-H UniJIS-UCS2-HW-V UniJIS-UTF16-H UniJIS-UTF16-V KSC-EUC-H " +
        "KSC-EUC-V KSCms-UHC-H KSCms-UHC-V KSCms-UHC-HW-H KSCms-UHC-HW-V KSCpc-EUC-H UniKS-UCS2-H UniKS-UCS2-V UniKS-UTF16-H UniKS-UTF16-V")
        .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private readonly byte[]? glyphsOfCids;
    private readonly Dictionary<int, double> widths;
    private readonly double defaultWidth;

    private CompositeFont(PdfFile file, PdfDictionary dictionary, PdfDictionary descendant)
        : base(file, dictionary, descendant.Dictionary("FontDescriptor"))
    {
        Descendant = descendant;
        EncodingStream = dictionary.Stream("Encoding");
        EncodingName = dictionary.Name("Encoding");
        Encoding = EncodingName switch
        {
            "Identity-H" => CMap.Identity(false),
            "Identity-V" => CMap.Identity(true),
            _ => EncodingStream is null ? null : CMap.Read(file.Decode(EncodingStream).Data),
        };
        if (descendant.Stream("CIDToGIDMap") is { } map)
            glyphsOfCids = file.Decode(map).Data;
        defaultWidth = descendant.Number("DW") ?? 1000;
        widths = CidWidths.Read(descendant.Array("W"));
    }

    public PdfDictionary Descendant { get; }

    public string? EncodingName { get; }

    public PdfStream? EncodingStream { get; }

    /// <summary>Null where the CMap is a predefined one other than Identity, which this reader does not hold.</summary>
    public CMap? Encoding { get; }

    public override bool HasUnicodeWithoutMap =>
        EncodingName is not ("Identity-H" or "Identity-V") && Descendant.Dictionary("CIDSystemInfo") is { } system
        && system.Text("Registry") == "Adobe" && system.Text("Ordering") is "GB1" or "CNS1" or "Japan1" or "Korea1";

    public static CompositeFont Create(PdfFile file, PdfDictionary dictionary) =>
        new(file, dictionary, dictionary.Array("DescendantFonts")?[0] as PdfDictionary ?? PdfDictionary.Empty);

    public override IEnumerable<CharacterCode> Split(byte[] text) => (Encoding ?? CMap.Identity(false)).Split(text);

    public override string? Unicode(CharacterCode code) => ToUnicode?.Unicode(code.Value) is { Length: > 0 } text ? text : null;

    public override double? Width(CharacterCode code) => Encoding?.Cid(code.Value) is { } cid ? widths.GetValueOrDefault(cid, defaultWidth) : null;

    public override GlyphLookup Glyph(CharacterCode code)
    {
        if (Program is null || Encoding is null)
            return GlyphLookup.Unknown;
        // A code that the CMap does not map has CID 0 (ISO 32000-1, 9.7.6.3).
        var cid = Encoding.Cid(code.Value) ?? 0;
        return Program is CffProgram compact ? GlyphLookup.Of(compact, glyphsOfCids is null ? compact.GlyphOfCid(cid) : Mapped(cid)) : GlyphLookup.Of(Program, Mapped(cid));
    }

    private int Mapped(int cid)
    {
        if (glyphsOfCids is null)
            return cid;
        return (2 * cid) + 1 < glyphsOfCids.Length ? (glyphsOfCids[2 * cid] << 8) | glyphsOfCids[(2 * cid) + 1] : 0;
    }
}
