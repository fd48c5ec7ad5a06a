using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.InteropServices;
using SkiaSharp;

namespace Daybook.Export.Png;

/// <summary>
/// Writes pictures of few colours as PNG with a palette, a third of what true colours take. Colours beyond 256, all of them smoothed edges of
/// letters and lines, become the nearest of the frequent ones. The file holds nothing but the picture.
/// </summary>
internal static class IndexedPng
{
    private const int MostColors = 256;

    private static readonly uint[] CrcTable = MakeCrcTable();

    /// <param name="pixels">Opaque, red, green, blue and alpha by turns.</param>
    public static byte[] Write(SKPixmap pixels)
    {
        // Each of these asks the library.
        var (width, height, rowBytes) = (pixels.Width, pixels.Height, pixels.RowBytes);
        var colors = new int[width * height];
        var bytes = pixels.GetPixelSpan();
        for (var y = 0; y < height; y++)
        {
            var line = bytes.Slice(y * rowBytes, width * 4);
            for (var x = 0; x < width; x++)
                colors[y * width + x] = line[x * 4] << 16 | line[x * 4 + 1] << 8 | line[x * 4 + 2];
        }

        var palette = Counted(colors).OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key).Take(MostColors).Select(entry => entry.Key).ToArray();
        using var file = new MemoryStream();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        Chunk(file, "IHDR"u8, Header(width, height));
        Chunk(file, "PLTE"u8, [.. palette.SelectMany(color => new[] { (byte)(color >> 16), (byte)(color >> 8), (byte)color })]);
        Chunk(file, "IDAT"u8, Lines(colors, palette, width));
        Chunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    /// <summary>How often each colour is there; most pixels are as the one before.</summary>
    private static Dictionary<int, int> Counted(ReadOnlySpan<int> colors)
    {
        var counts = new Dictionary<int, int>();
        while (!colors.IsEmpty)
        {
            var alike = colors.IndexOfAnyExcept(colors[0]) is var end && end < 0 ? colors.Length : end;
            CollectionsMarshal.GetValueRefOrAddDefault(counts, colors[0], out _) += alike;
            colors = colors[alike..];
        }

        return counts;
    }

    private static byte[] Header(int width, int height)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 3); // eight bits, each a place in the palette
        return header;
    }

    private static byte[] Lines(int[] colors, int[] palette, int width)
    {
        var places = palette.Select((color, place) => (color, place)).ToDictionary(entry => entry.color, entry => (byte)entry.place);
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.SmallestSize))
        {
            var line = new byte[width + 1];
            for (var start = 0; start < colors.Length; start += width)
            {
                var (before, place) = (-1, default(byte));
                for (var x = 0; x < width; x++)
                {
                    var color = colors[start + x];
                    if (color != before && !places.TryGetValue(color, out place))
                        places.Add(color, place = Nearest(palette, color));
                    (before, line[x + 1]) = (color, place);
                }

                zip.Write(line);
            }
        }

        return packed.ToArray();
    }

    private static byte Nearest(int[] palette, int color)
    {
        var (nearest, least) = (0, int.MaxValue);
        for (var i = 0; i < palette.Length; i++)
        {
            var (red, green, blue) = ((palette[i] >> 16) - (color >> 16), (palette[i] >> 8 & 255) - (color >> 8 & 255), (palette[i] & 255) - (color & 255));
            if (red * red + green * green + blue * blue is var distance && distance < least)
                (nearest, least) = (i, distance);
        }

        return (byte)nearest;
    }

    private static void Chunk(MemoryStream file, ReadOnlySpan<byte> type, byte[] content)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        file.Write(number);
        file.Write(type);
        file.Write(content);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Crc(Crc(uint.MaxValue, type), content));
        file.Write(number);
    }

    private static uint Crc(uint crc, ReadOnlySpan<byte> bytes)
    {
        foreach (var one in bytes)
            crc = CrcTable[(crc ^ one) & 255] ^ crc >> 8;
        return crc;
    }

    private static uint[] MakeCrcTable() => [.. Enumerable.Range(0, 256).Select(start =>
    {
        var crc = (uint)start;
        for (var bit = 0; bit < 8; bit++)
            crc = (crc & 1) == 0 ? crc >> 1 : 0xEDB88320 ^ crc >> 1;
        return crc;
    })];
}
