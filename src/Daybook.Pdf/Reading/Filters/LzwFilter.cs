namespace Daybook.Pdf.Reading.Filters;

/// <summary>LZW data (ISO 32000-1, 7.4.4).</summary>
internal static class LzwFilter
{
    private const int Clear = 256;
    private const int EndOfData = 257;

    /// <param name="early">Whether codes grow one entry early, as is the default.</param>
    public static byte[] Decode(ReadOnlySpan<byte> data, bool early, int limit)
    {
        var output = new List<byte>(data.Length * 3);
        // Entry n is a place in the output where its text stands, and its length.
        var table = new (int Start, int Length)[4097];
        var next = 258;
        var width = 9;
        var previous = (Start: 0, Length: 0);
        long bits = 0;
        var have = 0;
        foreach (var value in data)
        {
            bits = (bits << 8) | value;
            have += 8;
            if (have < width)
                continue;
            have -= width;
            var code = (int)((bits >> have) & ((1 << width) - 1));
            if (code == EndOfData)
                break;
            if (code == Clear)
            {
                (next, width, previous) = (258, 9, (0, 0));
                continue;
            }

            var start = output.Count;
            if (code < 256)
                output.Add((byte)code);
            else if (code < next)
                Copy(output, table[code]);
            else if (code == next && previous.Length > 0)
                Copy(output, previous with { Length = previous.Length + 1 });
            else
                break;
            if (output.Count > limit)
                throw new PdfReadException(PdfReadError.TooLarge, "A stream decompresses to more data than this reader takes; it may be a decompression bomb.");
            // The new entry is the text before and the first byte of this one, which stand beside each other in the output.
            if (previous.Length > 0 && next < 4096)
                table[next++] = previous with { Length = previous.Length + 1 };
            previous = (start, output.Count - start);
            var grown = next + (early ? 1 : 0);
            width = grown >= 2048 ? 12 : grown >= 1024 ? 11 : grown >= 512 ? 10 : 9;
        }

        return [.. output];
    }

    private static void Copy(List<byte> output, (int Start, int Length) text)
    {
        for (var i = 0; i < text.Length; i++)
            output.Add(output[text.Start + i]);
    }
}
