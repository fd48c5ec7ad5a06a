using System.Buffers.Binary;

namespace Daybook.Pdf.Reading.Fonts;

/// <summary>A TrueType or OpenType font file: its glyph count, advance widths and character maps.</summary>
internal sealed class TrueTypeProgram : FontProgram
{
    private readonly byte[] data;
    private readonly Dictionary<string, (int Offset, int Length)> tables = new(StringComparer.Ordinal);
    private readonly double[] widths;

    /// <exception cref="FontProgramException">A table that every font needs is missing or cut off.</exception>
    public TrueTypeProgram(byte[] data)
    {
        this.data = data;
        var count = U16(4);
        for (var i = 0; i < count; i++)
        {
            var entry = 12 + (16 * i);
            var name = System.Text.Encoding.Latin1.GetString(Slice(entry, 4));
            tables[name] = (Int(U32(entry + 8)), Int(U32(entry + 12)));
        }

        double unitsPerEm = U16(Table("head") + 18);
        GlyphCount = U16(Table("maxp") + 4);
        var (metrics, metricsTable) = (U16(Table("hhea") + 34), Table("hmtx"));
        if (unitsPerEm == 0 || metrics == 0)
            throw new FontProgramException("its metrics are empty");
        widths = [.. Enumerable.Range(0, metrics).Select(glyph => U16(metricsTable + (4 * glyph)) * 1000 / unitsPerEm)];
        CharacterMaps = tables.ContainsKey("cmap") ? ReadMaps(Table("cmap")) : [];
    }

    public override int GlyphCount { get; }

    public override bool HasGlyphNames => false;

    /// <summary>The subtables of <c>cmap</c> by platform and encoding; those of other formats than 0, 4, 6 and 12 are empty.</summary>
    public IReadOnlyDictionary<(int Platform, int Encoding), Dictionary<int, int>> CharacterMaps { get; }

    /// <summary>The table <c>CFF </c> of an OpenType font; null where the outlines are TrueType's.</summary>
    public byte[]? Cff => tables.TryGetValue("CFF ", out var table) ? Slice(table.Offset, table.Length).ToArray() : null;

    /// <summary>Glyphs beyond the metrics have the width of the last one.</summary>
    public override double? Width(int glyph) => widths[Math.Min(glyph, widths.Length - 1)];

    public override int? GlyphOfName(string name) => null;

    private Dictionary<(int, int), Dictionary<int, int>> ReadMaps(int cmap)
    {
        var maps = new Dictionary<(int, int), Dictionary<int, int>>();
        for (var i = 0; i < U16(cmap + 2); i++)
        {
            var entry = cmap + 4 + (8 * i);
            maps.TryAdd((U16(entry), U16(entry + 2)), CmapSubtable.Read(this, Int(cmap + U32(entry + 4))));
        }

        return maps;
    }

    private int Table(string name) => tables.TryGetValue(name, out var table)
        ? table.Offset
        : throw new FontProgramException($"its table '{name}' is missing");

    internal int U16(int at) => BinaryPrimitives.ReadUInt16BigEndian(Slice(at, 2));

    internal long U32(int at) => BinaryPrimitives.ReadUInt32BigEndian(Slice(at, 4));

    internal int U8(int at) => Slice(at, 1)[0];

    private static int Int(long value) => value <= int.MaxValue ? (int)value : throw new FontProgramException("it is cut off");

    private ReadOnlySpan<byte> Slice(int at, int length) =>
        at >= 0 && length >= 0 && at <= data.Length - length ? data.AsSpan(at, length) : throw new FontProgramException("it is cut off");
}
