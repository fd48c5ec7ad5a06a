using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace Daybook.Pdf;

/// <summary>Puts tables together to a TrueType file.</summary>
internal static class SfntWriter
{
    /// <param name="tables">In the order of their tags.</param>
    public static byte[] Write(IReadOnlyList<(string Tag, ReadOnlyMemory<byte> Data)> tables)
    {
        using var file = new ByteWriter(1 << 16);
        var selector = BitOperations.Log2((uint)tables.Count);
        var range = 16 << selector;
        file.BigEndian(0x00010000, 4).BigEndian(tables.Count, 2).BigEndian(range, 2).BigEndian(selector, 2).BigEndian(tables.Count * 16 - range, 2);
        var at = 12 + 16 * tables.Count;
        var head = 0;
        foreach (var (tag, data) in tables)
        {
            if (tag == "head")
                head = at;
            file.Raw(Encoding.ASCII.GetBytes(tag)).BigEndian(CheckSum(data.Span), 4).BigEndian(at, 4).BigEndian(data.Length, 4);
            at += (data.Length + 3) & ~3;
        }

        foreach (var (_, data) in tables)
        {
            file.Raw(data.Span);
            while (file.Length % 4 != 0)
                file.Byte(0);
        }

        var bytes = file.Written.ToArray();
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(head + 8), 0xB1B0AFBA - CheckSum(bytes));
        return bytes;
    }

    private static uint CheckSum(ReadOnlySpan<byte> bytes)
    {
        var sum = 0u;
        for (; bytes.Length >= 4; bytes = bytes[4..])
            sum += BinaryPrimitives.ReadUInt32BigEndian(bytes);
        Span<byte> rest = stackalloc byte[4];
        rest.Clear();
        bytes.CopyTo(rest);
        return sum + BinaryPrimitives.ReadUInt32BigEndian(rest);
    }
}
