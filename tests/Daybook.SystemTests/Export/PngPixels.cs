using System.Buffers.Binary;
using System.IO.Compression;

namespace Daybook.SystemTests.Export;

/// <summary>The pixels of a PNG of 8-bit RGB, as poppler writes it, or of a palette.</summary>
internal sealed record PngPixels(int Width, int Height, byte[] Rgb)
{
    private const int Block = 12;

    /// <summary>Renderers of different versions smooth edges differently; moved text or other colours change whole blocks.</summary>
    private const double BlockTolerance = 40;

    private const double PageTolerance = 2;

    public static PngPixels Read(byte[] png)
    {
        var (width, height) = ((int)BinaryPrimitives.ReadUInt32BigEndian(png.AsSpan(16)), (int)BinaryPrimitives.ReadUInt32BigEndian(png.AsSpan(20)));
        var isIndexed = png[25] == 3;
        Assert.Equal([8, isIndexed ? (byte)3 : (byte)2, 0, 0, 0], png[24..29]);
        byte[] palette = [];
        using var packed = new MemoryStream();
        for (var at = 8; at < png.Length;)
        {
            var length = (int)BinaryPrimitives.ReadUInt32BigEndian(png.AsSpan(at));
            if (png.AsSpan(at + 4, 4).SequenceEqual("IDAT"u8))
                packed.Write(png, at + 8, length);
            if (png.AsSpan(at + 4, 4).SequenceEqual("PLTE"u8))
                palette = png[(at + 8)..(at + 8 + length)];
            at += length + 12;
        }

        packed.Position = 0;
        using var lines = new ZLibStream(packed, CompressionMode.Decompress);
        var depth = isIndexed ? 1 : 3;
        var (stride, rgb) = (width * depth, new byte[width * height * depth]);
        for (var y = 0; y < height; y++)
        {
            var filter = lines.ReadByte();
            lines.ReadExactly(rgb, y * stride, stride);
            for (var x = 0; x < stride; x++)
            {
                int left = x >= depth ? rgb[y * stride + x - depth] : 0, up = y > 0 ? rgb[(y - 1) * stride + x] : 0, corner = x >= depth && y > 0 ? rgb[(y - 1) * stride + x - depth] : 0;
                rgb[y * stride + x] += (byte)(filter switch { 0 => 0, 1 => left, 2 => up, 3 => (left + up) / 2, 4 => Paeth(left, up, corner), _ => throw new InvalidDataException($"There is no filter {filter}.") });
            }
        }

        return new PngPixels(width, height, isIndexed ? [.. rgb.SelectMany(place => palette[(place * 3)..(place * 3 + 3)])] : rgb);
    }

    /// <returns>How the picture differs from another beyond what renderers may, in words; null when it does not.</returns>
    public string? Difference(PngPixels other)
    {
        if ((Width, Height) != (other.Width, other.Height))
            return $"The page is {Width} × {Height}, expected {other.Width} × {other.Height}.";
        var page = 0.0;
        for (var top = 0; top < Height; top += Block)
        {
            for (var left = 0; left < Width; left += Block)
            {
                var (sum, count) = (0.0, 0);
                for (var y = top; y < Math.Min(top + Block, Height); y++)
                {
                    for (var i = (y * Width + left) * 3; i < (y * Width + Math.Min(left + Block, Width)) * 3; i++)
                        (sum, count) = (sum + Math.Abs(Rgb[i] - other.Rgb[i]), count + 1);
                }

                page += sum;
                if (sum / count > BlockTolerance)
                    return $"The page differs around {left}, {top}, by {sum / count:0} of 255.";
            }
        }

        return page / Rgb.Length > PageTolerance ? $"The page differs by {page / Rgb.Length:0.0} of 255 all over." : null;
    }

    private static int Paeth(int left, int up, int corner)
    {
        var (a, b, c) = (Math.Abs(up - corner), Math.Abs(left - corner), Math.Abs(left + up - 2 * corner));
        return a <= b && a <= c ? left : b <= c ? up : corner;
    }
}
