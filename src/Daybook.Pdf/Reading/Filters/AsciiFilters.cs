using Daybook.Pdf.Reading.Files;

namespace Daybook.Pdf.Reading.Filters;

/// <summary>Binary data as text: hexadecimal and base 85 (ISO 32000-1, 7.4.2 and 7.4.3).</summary>
internal static class AsciiFilters
{
    public static byte[] DecodeHex(ReadOnlySpan<byte> data)
    {
        var output = new List<byte>(data.Length / 2);
        var pending = -1;
        foreach (var value in data)
        {
            if (value == '>')
                break;
            var digit = PdfCharacters.HexDigit(value);
            if (digit < 0)
                continue;
            if (pending < 0)
            {
                pending = digit;
                continue;
            }

            output.Add((byte)((pending << 4) | digit));
            pending = -1;
        }

        if (pending >= 0)
            output.Add((byte)(pending << 4));
        return [.. output];
    }

    public static byte[] Decode85(ReadOnlySpan<byte> data)
    {
        var output = new List<byte>(data.Length);
        long group = 0;
        var count = 0;
        foreach (var value in data)
        {
            if (value == '~')
                break;
            if (value == 'z' && count == 0)
            {
                output.AddRange([0, 0, 0, 0]);
                continue;
            }

            if (value is < (byte)'!' or > (byte)'u')
                continue;
            group = (group * 85) + (value - '!');
            if (++count < 5)
                continue;
            Add(output, group, 4);
            (group, count) = (0, 0);
        }

        if (count > 1)
        {
            for (var i = count; i < 5; i++)
                group = (group * 85) + 84;
            Add(output, group, count - 1);
        }

        return [.. output];
    }

    private static void Add(List<byte> output, long group, int bytes)
    {
        for (var i = 0; i < bytes; i++)
            output.Add((byte)(group >> (24 - (8 * i))));
    }
}
