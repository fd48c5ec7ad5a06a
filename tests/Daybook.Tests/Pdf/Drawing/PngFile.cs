using System.Buffers.Binary;
using System.IO.Compression;

namespace Daybook.Tests.Pdf.Drawing;

/// <summary>Makes small PNG files of every kind, 11 × 9 pixels, whose samples rise across and down.</summary>
internal static class PngFile
{
    public const int Width = 11, Height = 9;

    private static readonly (int X, int Y, int StepX, int StepY)[] Adam7 =
        [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    /// <param name="colorType">0 gray, 2 RGB, 3 palette, 4 gray with alpha, 6 RGB with alpha.</param>
    public static byte[] Make(int colorType, int bits, bool interlaced, byte filter = 0, byte[]? transparency = null)
    {
        using var file = new MemoryStream();
        file.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        Chunk(file, "IHDR"u8, [0, 0, 0, Width, 0, 0, 0, Height, (byte)bits, (byte)colorType, 0, 0, (byte)(interlaced ? 1 : 0)]);
        if (colorType == 3)
            Chunk(file, "PLTE"u8, [.. Enumerable.Range(0, 1 << bits).SelectMany(i => new[] { (byte)(i * 255 / ((1 << bits) - 1)), (byte)i, (byte)7 })]);
        if (transparency is not null)
            Chunk(file, "tRNS"u8, transparency);
        using var packed = new MemoryStream();
        using (var deflater = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            foreach (var pass in interlaced ? Adam7 : [(0, 0, 1, 1)])
                WritePass(deflater, pass, colorType, bits, filter);
        }

        Chunk(file, "IDAT"u8, packed.ToArray());
        Chunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    /// <summary>The samples of a pixel, 0 to the most the bits hold.</summary>
    public static int[] Samples(int x, int y, int colorType, int bits)
    {
        var most = (1 << bits) - 1;
        var (red, green) = (x * most / (Width - 1), y * most / (Height - 1));
        return colorType switch { 0 or 3 => [red], 2 => [red, green, most], 4 => [red, green], _ => [red, green, most, most - red] };
    }

    private static void WritePass(Stream to, (int X, int Y, int StepX, int StepY) pass, int colorType, int bits, byte filter)
    {
        byte[]? above = null;
        var pixelBytes = Math.Max(1, Samples(0, 0, colorType, bits).Length * bits / 8);
        for (var y = pass.Y; y < Height && pass.X < Width; y += pass.StepY)
        {
            var (row, bit) = (new List<byte>(), 0);
            for (var x = pass.X; x < Width; x += pass.StepX)
            {
                foreach (var sample in Samples(x, y, colorType, bits))
                {
                    if (bits == 16)
                    {
                        row.Add((byte)(sample >> 8));
                        row.Add((byte)sample);
                        continue;
                    }

                    if (bit % 8 == 0)
                        row.Add(0);
                    row[^1] |= (byte)(sample << 8 - bits - bit % 8);
                    bit += bits;
                }
            }

            var plain = row.ToArray();
            to.WriteByte(filter);
            for (var i = 0; i < plain.Length; i++)
            {
                int left = i >= pixelBytes ? plain[i - pixelBytes] : 0, up = above?[i] ?? 0, corner = i >= pixelBytes ? above?[i - pixelBytes] ?? 0 : 0;
                to.WriteByte((byte)(plain[i] - filter switch { 0 => 0, 1 => left, 2 => up, 3 => (left + up) / 2, _ => Paeth(left, up, corner) }));
            }

            above = plain;
        }
    }

    private static int Paeth(int a, int b, int c)
    {
        var p = a + b - c;
        return new[] { (Math.Abs(p - a), 0, a), (Math.Abs(p - b), 1, b), (Math.Abs(p - c), 2, c) }.Min().Item3;
    }

    private static void Chunk(Stream file, ReadOnlySpan<byte> type, ReadOnlySpan<byte> body)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, body.Length);
        file.Write(number);
        byte[] checkedBytes = [.. type, .. body];
        file.Write(checkedBytes);
        var crc = uint.MaxValue;
        foreach (var value in checkedBytes)
        {
            crc ^= value;
            for (var k = 0; k < 8; k++)
                crc = (crc & 1) != 0 ? crc >> 1 ^ 0xEDB88320 : crc >> 1;
        }

        BinaryPrimitives.WriteUInt32BigEndian(number, ~crc);
        file.Write(number);
    }
}
