using System.Buffers.Binary;
using System.IO.Compression;

namespace Daybook.Pdf;

/// <summary>
/// Reads PNG files. Rows without transparency and interlacing go into the PDF as they are, once they have been checked; others are
/// unpacked.
/// </summary>
internal static class PngReader
{
    private const long MostPixels = 200_000_000;

    public static PdfImage Read(ReadOnlyMemory<byte> file)
    {
        PngHeader? header = null;
        ReadOnlyMemory<byte> palette = default, transparency = default;
        var packed = new MemoryStream();
        for (var at = 8; ;)
        {
            var chunk = file.Span[at..];
            if (chunk.Length < 12)
                throw new ImageFileException("it is cut off");
            var length = BinaryPrimitives.ReadInt32BigEndian(chunk);
            if (length < 0 || length > chunk.Length - 12)
                throw new ImageFileException("it is cut off");
            var body = file.Slice(at + 8, length);
            var type = chunk.Slice(4, 4);
            if (type.SequenceEqual("IHDR"u8))
                header = PngHeader.Read(body.Span);
            else if (type.SequenceEqual("PLTE"u8))
                palette = body;
            else if (type.SequenceEqual("tRNS"u8))
                transparency = body;
            else if (type.SequenceEqual("IDAT"u8))
                packed.Write(body.Span);
            else if (type.SequenceEqual("IEND"u8))
                break;
            at += 12 + length;
        }

        if (header is null)
            throw new ImageFileException("it has no header");
        if ((long)header.Width * header.Height > MostPixels)
            throw new ImageFileException($"it has {header.Width} × {header.Height} pixels, which is too many");
        if (header.ColorType == 3 && (palette.IsEmpty || palette.Length % 3 != 0 || palette.Length > 3 << header.Bits))
            throw new ImageFileException("its palette is missing or damaged");
        var rows = Inflate(packed, header);
        if (header.ColorType <= 3 && transparency.IsEmpty && !header.Interlaced)
        {
            PngFilter.Check(rows, header);
            return new(header.Width, header.Height, new(packed.ToArray(), ImageEncoding.PngRows, header.ColorSpace, header.Bits, palette), null);
        }

        return new PngPixels(header, palette, transparency).Unpack(rows);
    }

    private static byte[] Inflate(MemoryStream packed, PngHeader header)
    {
        packed.Position = 0;
        var rows = new byte[header.PackedLength];
        using var inflater = new ZLibStream(packed, CompressionMode.Decompress, leaveOpen: true);
        var read = inflater.ReadAtLeast(rows, rows.Length, throwOnEndOfStream: false);
        return read == rows.Length ? rows : throw new ImageFileException("it is cut off");
    }
}
