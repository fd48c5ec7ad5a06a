namespace Daybook.Pdf;

/// <summary>Makes a TrueType file of some glyphs of another, numbered anew, with the glyphs they are composed of behind them.</summary>
internal sealed class TrueTypeSubset(FontFace face)
{
    private const int HasWords = 1, HasScale = 8, HasMore = 32, HasTwoScales = 64, HasMatrix = 128;

    private readonly ReadOnlyMemory<byte> outlines = face.File.Table("glyf");
    private readonly ReadOnlyMemory<byte> locations = face.File.Table("loca");
    private readonly bool longLocations = SfntFile.I16(face.File.Required("head", 54).Span, 50) != 0;
    private readonly List<ushort> glyphs = [];
    private readonly Dictionary<ushort, ushort> numbers = [];

    /// <exception cref="FontFileException">The outlines are damaged.</exception>
    public byte[] Make(IReadOnlyList<EmbeddedFont.Entry> entries)
    {
        foreach (var entry in entries)
        {
            numbers.TryAdd(entry.Glyph, (ushort)glyphs.Count);
            glyphs.Add(entry.Glyph);
        }

        try
        {
            return Write();
        }
        catch (ArgumentOutOfRangeException error)
        {
            throw new FontFileException(face.Name, "the outlines of its glyphs are damaged", error);
        }
    }

    private byte[] Write()
    {
        using var glyf = new ByteWriter(1 << 15);
        using var loca = new ByteWriter();
        using var hmtx = new ByteWriter();
        // Glyphs that others are composed of are added while this runs.
        for (var i = 0; i < glyphs.Count; i++)
        {
            loca.BigEndian(glyf.Length, 4);
            hmtx.BigEndian(face.Advance(glyphs[i]), 2).BigEndian(face.LeftBearing(glyphs[i]), 2);
            var glyph = Outline(glyphs[i]);
            if (glyph.Length >= 10 && SfntFile.I16(glyph, 0) < 0)
                glyf.Raw(Renumbered(glyph));
            else
                glyf.Raw(glyph);
            while (glyf.Length % 4 != 0)
                glyf.Byte(0);
        }

        loca.BigEndian(glyf.Length, 4);
        var head = face.File.Required("head", 54)[..54].ToArray();
        head.AsSpan(8, 4).Clear();
        (head[50], head[51]) = (0, 1);
        var hhea = face.File.Required("hhea", 36)[..36].ToArray();
        (hhea[34], hhea[35]) = ((byte)(glyphs.Count >> 8), (byte)glyphs.Count);
        var maxp = face.File.Required("maxp", 6).ToArray();
        (maxp[4], maxp[5]) = ((byte)(glyphs.Count >> 8), (byte)glyphs.Count);
        var tables = new List<(string Tag, ReadOnlyMemory<byte> Data)>
        {
            ("cvt ", face.File.Table("cvt ")), ("fpgm", face.File.Table("fpgm")), ("glyf", glyf.WrittenMemory), ("head", head), ("hhea", hhea),
            ("hmtx", hmtx.WrittenMemory), ("loca", loca.WrittenMemory), ("maxp", maxp), ("prep", face.File.Table("prep")),
        };
        tables.RemoveAll(table => table.Data.IsEmpty && table.Tag is not "glyf");
        return SfntWriter.Write(tables);
    }

    private ReadOnlySpan<byte> Outline(ushort glyph)
    {
        if (glyph >= face.GlyphCount)
            return default;
        var (start, end) = longLocations
            ? ((int)SfntFile.U32(locations.Span, glyph * 4), (int)SfntFile.U32(locations.Span, glyph * 4 + 4))
            : (SfntFile.U16(locations.Span, glyph * 2) * 2, SfntFile.U16(locations.Span, glyph * 2 + 2) * 2);
        return outlines.Span[start..end];
    }

    /// <summary>A composed glyph with the new numbers of its parts.</summary>
    private byte[] Renumbered(ReadOnlySpan<byte> glyph)
    {
        var copy = glyph.ToArray();
        int flags;
        var at = 10;
        do
        {
            flags = SfntFile.U16(copy, at);
            var part = Number(SfntFile.U16(copy, at + 2));
            (copy[at + 2], copy[at + 3]) = ((byte)(part >> 8), (byte)part);
            at += 4 + ((flags & HasWords) != 0 ? 4 : 2);
            at += (flags & HasScale) != 0 ? 2 : (flags & HasTwoScales) != 0 ? 4 : (flags & HasMatrix) != 0 ? 8 : 0;
        }
        while ((flags & HasMore) != 0);
        return copy;
    }

    private ushort Number(ushort glyph)
    {
        if (numbers.TryGetValue(glyph, out var number))
            return number;
        number = (ushort)glyphs.Count;
        numbers.Add(glyph, number);
        glyphs.Add(glyph);
        return number;
    }
}
