namespace Daybook.Pdf;

/// <summary>An INDEX of the compact font format: byte strings by number.</summary>
internal readonly struct CompactIndex
{
    private readonly ReadOnlyMemory<byte> file;
    private readonly int start;
    private readonly int offsetSize;

    public CompactIndex(ReadOnlyMemory<byte> file, int start)
    {
        (this.file, this.start) = (file, start);
        Count = SfntFile.U16(file.Span, start);
        offsetSize = Count == 0 ? 0 : file.Span[start + 2];
        End = Count == 0 ? start + 2 : Data + Offset(Count);
    }

    public int Count { get; }

    /// <summary>Where the file goes on behind it.</summary>
    public int End { get; }

    private int Data => start + 2 + (Count + 1) * offsetSize;

    public ReadOnlyMemory<byte> this[int number] => file[(Data + Offset(number))..(Data + Offset(number + 1))];

    public static void Write(ByteWriter to, IReadOnlyList<ReadOnlyMemory<byte>> items)
    {
        to.BigEndian(items.Count, 2);
        if (items.Count == 0)
            return;
        long offset = 1;
        var total = items.Sum(item => (long)item.Length) + 1;
        var size = total > 0xFFFFFF ? 4 : total > 0xFFFF ? 3 : total > 0xFF ? 2 : 1;
        to.BigEndian(size, 1).BigEndian(offset, size);
        foreach (var item in items)
            to.BigEndian(offset += item.Length, size);
        foreach (var item in items)
            to.Raw(item.Span);
    }

    /// <summary>Counted from the byte before the data.</summary>
    private int Offset(int number)
    {
        var bytes = file.Span.Slice(start + 3 + number * offsetSize, offsetSize);
        var offset = 0;
        foreach (var value in bytes)
            offset = checked(offset << 8 | value);
        return offset;
    }
}
