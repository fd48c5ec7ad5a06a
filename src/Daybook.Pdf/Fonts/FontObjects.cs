using System.Text;

namespace Daybook.Pdf;

/// <summary>Writes an embedded font: the composite font, its descendant, descriptor and file, and what its codes stand for.</summary>
internal sealed class FontObjects(ObjectWriter objects, EmbeddedFont font)
{
    private readonly FontFace face = font.Face;

    public void Write()
    {
        using var body = new ByteWriter(4096);
        var name = SubsetName();
        var file = objects.Reserve();
        if (face.IsCompact)
        {
            objects.AddStream(file, "/Subtype/CIDFontType0C"u8, new CompactSubset(face, name).Make(font.Entries));
        }
        else
        {
            var subset = new TrueTypeSubset(face).Make(font.Entries);
            body.Raw("/Length1 "u8).Number(subset.Length);
            objects.AddStream(file, body.Written, subset);
            body.Clear();
        }

        var flags = 4 | (face.IsFixedPitch ? 1 : 0) | (face.ItalicAngle != 0 ? 64 : 0);
        body.Raw("<</Type/FontDescriptor/FontName"u8).Name(name).Raw("/Flags "u8).Number(flags).Raw("/FontBBox["u8)
            .Numbers(1000 * face.Box.Left, 1000 * face.Box.Bottom, 1000 * face.Box.Right, 1000 * face.Box.Top)
            .Raw("]/ItalicAngle "u8).Number(face.ItalicAngle).Raw("/Ascent "u8).Number(1000 * face.Ascent)
            .Raw("/Descent "u8).Number(1000 * face.Descent).Raw("/CapHeight "u8).Number(1000 * face.CapHeight)
            .Raw("/XHeight "u8).Number(1000 * face.XHeight).Raw("/StemV "u8).Number(10 + face.Weight / 5)
            .Raw(face.IsCompact ? "/FontFile3"u8 : "/FontFile2"u8).Reference(file).Raw(">>"u8);
        var descriptor = objects.Add(body.Written);

        body.Clear();
        body.Raw("<</Type/Font/Subtype"u8).Raw(face.IsCompact ? "/CIDFontType0"u8 : "/CIDFontType2/CIDToGIDMap/Identity"u8)
            .Raw("/BaseFont"u8).Name(name).Raw("/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor"u8)
            .Reference(descriptor).Raw("/DW "u8).Number(Width(0)).Raw("/W[0["u8);
        for (var i = 0; i < font.Entries.Count; i++)
            body.Number(Width(i)).Byte((byte)' ');
        var descendant = objects.Add(body.Raw("]]>>"u8).Written);

        body.Clear();
        var map = objects.Reserve();
        WriteUnicodeMap(body);
        objects.AddStream(map, default, body.Written);
        body.Clear();
        objects.Add(font.Number, body.Raw("<</Type/Font/Subtype/Type0/BaseFont"u8).Name(name).Raw("/Encoding/Identity-H/DescendantFonts["u8)
            .Reference(descendant).Raw("]/ToUnicode"u8).Reference(map).Raw(">>"u8).Written);
    }

    private double Width(int code) => font.Entries[code].Advance * 1000.0 / face.UnitsPerEm;

    /// <summary>The font's own name after six letters that tell this subset from others.</summary>
    private string SubsetName()
    {
        // FNV-1a over what is in it.
        var hash = 14695981039346656037UL;
        foreach (var entry in font.Entries)
            hash = (hash ^ entry.Glyph) * 1099511628211UL;
        Span<char> tag = stackalloc char[7];
        for (var i = 0; i < 6; i++, hash /= 26)
            tag[i] = (char)('A' + hash % 26);
        tag[6] = '+';
        return string.Concat(tag, face.PostScriptName);
    }

    private void WriteUnicodeMap(ByteWriter body)
    {
        body.Raw("""
            /CIDInit/ProcSet findresource begin 12 dict begin begincmap
            /CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def
            /CMapName/Adobe-Identity-UCS def/CMapType 2 def
            1 begincodespacerange<0000><FFFF>endcodespacerange

            """u8);
        for (var first = 1; first < font.Entries.Count; first += 100)
        {
            var count = Math.Min(100, font.Entries.Count - first);
            body.Number(count).Raw(" beginbfchar\n"u8);
            for (var code = first; code < first + count; code++)
            {
                var entry = font.Entries[code];
                var text = entry.Unicode >= 0 ? char.ConvertFromUtf32(entry.Unicode) : entry.Text!;
                body.Hex([(byte)(code >> 8), (byte)code]).Hex(Encoding.BigEndianUnicode.GetBytes(Mappable(text))).Byte((byte)'\n');
            }

            body.Raw("endbfchar\n"u8);
        }

        body.Raw("endcmap CMapName currentdict/CMap defineresource pop end end"u8);
    }

    /// <summary>PDF/A and PDF/UA forbid to map to these three.</summary>
    private static string Mappable(string text) => text.Replace('\0', '\uFFFD').Replace('\uFEFF', '\u2060').Replace('\uFFFE', '\uFFFD');
}
