namespace Daybook.Pdf.Reading.Filters;

/// <summary>Runs of equal bytes (ISO 32000-1, 7.4.5).</summary>
internal static class RunLengthFilter
{
    public static byte[] Decode(ReadOnlySpan<byte> data, int limit)
    {
        var output = new List<byte>(data.Length * 2);
        for (var i = 0; i < data.Length && data[i] != 128;)
        {
            var length = data[i++];
            if (length < 128)
            {
                var count = Math.Min(length + 1, data.Length - i);
                output.AddRange(data.Slice(i, count));
                i += count;
            }
            else if (i < data.Length)
            {
                output.AddRange(Enumerable.Repeat(data[i++], 257 - length));
            }

            if (output.Count > limit)
                throw new PdfReadException(PdfReadError.TooLarge, "A stream decompresses to more data than this reader takes; it may be a decompression bomb.");
        }

        return [.. output];
    }
}
