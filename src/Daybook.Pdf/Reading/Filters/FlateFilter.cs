using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.InteropServices;

namespace Daybook.Pdf.Reading.Filters;

/// <summary>zlib data (ISO 32000-1, 7.4.4).</summary>
internal static class FlateFilter
{
    /// <summary>Line ends that count into the length of a stream stand behind the checksum.</summary>
    private const int TailLength = 12;

    /// <param name="damaged">Called where the data breaks off or its checksum is wrong; what came before is returned.</param>
    /// <exception cref="PdfReadException">More than <paramref name="limit"/> bytes come out.</exception>
    public static byte[] Decode(ReadOnlyMemory<byte> data, int limit, Action damaged)
    {
        if (data.IsEmpty)
            return [];
        using var input = MemoryMarshal.TryGetArray(data, out var segment)
            ? new MemoryStream(segment.Array!, segment.Offset, segment.Count, false)
            : new MemoryStream(data.ToArray());
        using var zlib = new ZLibStream(input, CompressionMode.Decompress);
        using var output = new MemoryStream(Math.Min(limit, data.Length * 4));
        var buffer = new byte[16384];
        var whole = true;
        try
        {
            for (int read; (read = zlib.Read(buffer)) > 0;)
            {
                if (output.Length + read > limit)
                    throw new PdfReadException(PdfReadError.TooLarge, "A stream decompresses to more data than this reader takes; it may be a decompression bomb.");
                output.Write(buffer, 0, read);
            }
        }
        catch (InvalidDataException)
        {
            whole = false;
        }

        var plain = output.ToArray();
        // The decompressor is content with data that is cut off, so the checksum at the end is looked for.
        if (!whole || !EndsWithChecksum(data.Span, plain))
            damaged();
        return plain;
    }

    private static bool EndsWithChecksum(ReadOnlySpan<byte> data, byte[] plain)
    {
        Span<byte> checksum = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(checksum, Adler32(plain));
        return data[Math.Max(0, data.Length - TailLength)..].IndexOf(checksum) >= 0;
    }

    private static uint Adler32(ReadOnlySpan<byte> data)
    {
        const uint modulus = 65521;
        // So many bytes can be added before the sums must be reduced.
        const int stretch = 5552;
        uint low = 1, high = 0;
        while (!data.IsEmpty)
        {
            var part = data[..Math.Min(stretch, data.Length)];
            foreach (var value in part)
            {
                low += value;
                high += low;
            }

            (low, high) = (low % modulus, high % modulus);
            data = data[part.Length..];
        }

        return (high << 16) | low;
    }
}
