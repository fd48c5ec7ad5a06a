using System.IO.Compression;
using System.Runtime.InteropServices;

namespace Daybook.Pdf.Reading.Filters;

/// <summary>zlib data (ISO 32000-1, 7.4.4).</summary>
internal static class FlateFilter
{
    /// <param name="damaged">Called where the data breaks off; what came before is returned.</param>
    /// <exception cref="PdfReadException">More than <paramref name="limit"/> bytes come out.</exception>
    public static byte[] Decode(ReadOnlyMemory<byte> data, int limit, Action damaged)
    {
        using var input = MemoryMarshal.TryGetArray(data, out var segment)
            ? new MemoryStream(segment.Array!, segment.Offset, segment.Count, false)
            : new MemoryStream(data.ToArray());
        using var zlib = new ZLibStream(input, CompressionMode.Decompress);
        using var output = new MemoryStream(Math.Min(limit, data.Length * 4));
        var buffer = new byte[16384];
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
            damaged();
        }

        return output.ToArray();
    }
}
