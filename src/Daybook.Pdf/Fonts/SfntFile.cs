using System.Buffers.Binary;

namespace Daybook.Pdf;

/// <summary>The table directory of a TrueType or OpenType file, or of one font in a collection.</summary>
internal sealed class SfntFile
{
    private readonly ReadOnlyMemory<byte> file;
    private readonly Dictionary<uint, (int Offset, int Length)> tables = [];

    public SfntFile(ReadOnlyMemory<byte> file, string name, int index)
    {
        this.file = file;
        Name = name;
        Index = index;
        var bytes = file.Span;
        if (bytes.Length < 12)
            throw new FontFileException(name, "the file is too short");
        var start = 0;
        if (U32(bytes, 0) == Tag("ttcf"))
        {
            var count = U32(bytes, 8);
            if (index < 0 || index >= count || bytes.Length < 16 + 4 * index)
                throw new FontFileException(name, $"the collection has {count} fonts, and number {index} is not one of them");
            start = (int)U32(bytes, 12 + 4 * index);
        }
        else if (index != 0)
        {
            throw new FontFileException(name, "the file is not a collection of fonts");
        }

        if (start < 0 || start > bytes.Length - 12)
            throw new FontFileException(name, "the file is cut off");
        if (U32(bytes, start) is not (0x00010000 or 0x4F54544F or 0x74727565))
            throw new FontFileException(name, "it is not a TrueType or OpenType font");
        var number = U16(bytes, start + 4);
        if (start + 12 + number * 16 > bytes.Length)
            throw new FontFileException(name, "the file is cut off");
        for (var i = 0; i < number; i++)
        {
            var entry = bytes[(start + 12 + i * 16)..];
            var (offset, length) = (U32(entry, 8), U32(entry, 12));
            if ((ulong)offset + length > (ulong)bytes.Length)
                throw new FontFileException(name, "the file is cut off");
            tables[U32(entry, 0)] = ((int)offset, (int)length);
        }
    }

    public string Name { get; }

    /// <summary>Which font of the collection; 0 for a file with one.</summary>
    public int Index { get; }

    public ReadOnlyMemory<byte> File => file;

    public bool Has(string tag) => tables.ContainsKey(Tag(tag));

    /// <summary>The bytes of a table; empty where the font has none.</summary>
    public ReadOnlyMemory<byte> Table(string tag) =>
        tables.TryGetValue(Tag(tag), out var table) ? file.Slice(table.Offset, table.Length) : default;

    /// <exception cref="FontFileException">The table is missing or shorter than <paramref name="least"/> bytes.</exception>
    public ReadOnlyMemory<byte> Required(string tag, int least)
    {
        var table = Table(tag);
        return table.Length >= least ? table : throw new FontFileException(Name, $"its table '{tag}' is missing or cut off");
    }

    public static uint Tag(string tag) => (uint)(tag[0] << 24 | tag[1] << 16 | tag[2] << 8 | tag[3]);

    public static ushort U16(ReadOnlySpan<byte> bytes, int offset) => BinaryPrimitives.ReadUInt16BigEndian(bytes[offset..]);

    public static short I16(ReadOnlySpan<byte> bytes, int offset) => BinaryPrimitives.ReadInt16BigEndian(bytes[offset..]);

    public static uint U32(ReadOnlySpan<byte> bytes, int offset) => BinaryPrimitives.ReadUInt32BigEndian(bytes[offset..]);
}
