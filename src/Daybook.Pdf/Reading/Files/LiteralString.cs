namespace Daybook.Pdf.Reading.Files;

/// <summary>Strings in parentheses (ISO 32000-1, 7.3.4.2).</summary>
internal static class LiteralString
{
    /// <param name="at">Where the opening parenthesis is.</param>
    /// <param name="end">After the closing one, or the end of the data.</param>
    public static byte[] Read(byte[] data, int at, out int end)
    {
        var bytes = new List<byte>();
        var open = 1;
        var i = at + 1;
        for (; i < data.Length; i++)
        {
            switch (data[i])
            {
                case (byte)'(':
                    open++;
                    break;
                case (byte)')':
                    if (--open == 0)
                    {
                        end = i + 1;
                        return [.. bytes];
                    }

                    break;
                case (byte)'\r':
                    if (i + 1 < data.Length && data[i + 1] == '\n')
                        i++;
                    bytes.Add((byte)'\n');
                    continue;
                case (byte)'\\':
                    i = Escape(data, i + 1, bytes);
                    continue;
            }

            bytes.Add(data[i]);
        }

        end = i;
        return [.. bytes];
    }

    /// <returns>The last position that belongs to the escape.</returns>
    private static int Escape(byte[] data, int i, List<byte> bytes)
    {
        if (i >= data.Length)
            return i;
        switch (data[i])
        {
            case (byte)'n': bytes.Add((byte)'\n'); return i;
            case (byte)'r': bytes.Add((byte)'\r'); return i;
            case (byte)'t': bytes.Add((byte)'\t'); return i;
            case (byte)'b': bytes.Add((byte)'\b'); return i;
            case (byte)'f': bytes.Add((byte)'\f'); return i;
            case (byte)'\r': return i + 1 < data.Length && data[i + 1] == '\n' ? i + 1 : i;
            case (byte)'\n': return i;
            case >= (byte)'0' and <= (byte)'7':
                var value = 0;
                var digits = 0;
                for (; digits < 3 && i < data.Length && data[i] is >= (byte)'0' and <= (byte)'7'; digits++, i++)
                    value = (value * 8) + (data[i] - '0');
                bytes.Add((byte)value);
                return i - 1;
            default:
                bytes.Add(data[i]);
                return i;
        }
    }
}
