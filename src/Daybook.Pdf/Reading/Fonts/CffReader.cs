using System.Globalization;
using System.Text;

namespace Daybook.Pdf.Reading.Fonts;

/// <summary>The data structures of the Compact Font Format.</summary>
internal sealed class CffReader(byte[] data)
{
    public CffIndex Index(int at)
    {
        var count = Number(at, 2);
        if (count == 0)
            return new CffIndex(data, [0], at + 2);
        var size = Number(at + 2, 1);
        if (size is < 1 or > 4)
            throw new FontProgramException("a list in it has no valid offsets");
        var start = at + 3 + ((count + 1) * size) - 1;
        var bounds = new int[count + 1];
        for (var i = 0; i <= count; i++)
        {
            bounds[i] = start + Number(at + 3 + (i * size), size);
            if (bounds[i] > data.Length || bounds[i] < 0 || (i > 0 && bounds[i] < bounds[i - 1]))
                throw new FontProgramException("it is cut off");
        }

        return new CffIndex(data, bounds, bounds[^1]);
    }

    public ReadOnlyMemory<byte> Bytes(int at, int length) =>
        at >= 0 && length >= 0 && at <= data.Length - length ? data.AsMemory(at, length) : throw new FontProgramException("it is cut off");

    public static CffDictionary Dictionary(ReadOnlyMemory<byte> bytes)
    {
        var entries = new Dictionary<int, double[]>();
        var operands = new List<double>();
        var span = bytes.Span;
        for (var i = 0; i < span.Length;)
        {
            int first = span[i++];
            switch (first)
            {
                case <= 21:
                    var key = first == 12 && i < span.Length ? 1200 + span[i++] : first;
                    entries[key] = [.. operands];
                    operands.Clear();
                    break;
                case 28 when i + 1 < span.Length:
                    operands.Add((short)((span[i] << 8) | span[i + 1]));
                    i += 2;
                    break;
                case 29 when i + 3 < span.Length:
                    operands.Add((span[i] << 24) | (span[i + 1] << 16) | (span[i + 2] << 8) | span[i + 3]);
                    i += 4;
                    break;
                case 30:
                    operands.Add(Real(span, ref i));
                    break;
                case >= 32 and <= 246:
                    operands.Add(first - 139);
                    break;
                case >= 247 and <= 250 when i < span.Length:
                    operands.Add(((first - 247) * 256) + span[i++] + 108);
                    break;
                case >= 251 and <= 254 when i < span.Length:
                    operands.Add((-(first - 251) * 256) - span[i++] - 108);
                    break;
            }
        }

        return new CffDictionary(entries);
    }

    /// <returns>The SID or CID of each glyph.</returns>
    public int[] Charset(int at, int glyphs, bool isCidKeyed)
    {
        var charset = new int[glyphs];
        if (at <= 2)
        {
            // The predefined charsets; only ISOAdobe, which counts up, occurs outside expert fonts.
            for (var i = 0; i < glyphs; i++)
                charset[i] = at == 0 || isCidKeyed ? i : i == 0 ? 0 : 229 + i;
            return charset;
        }

        var format = Number(at++, 1);
        for (var glyph = 1; glyph < glyphs;)
        {
            var first = Number(at, 2);
            at += 2;
            var left = 0;
            if (format > 0)
            {
                left = Number(at, format == 1 ? 1 : 2);
                at += format == 1 ? 1 : 2;
            }

            for (var i = 0; i <= left && glyph < glyphs; i++)
                charset[glyph++] = first + i;
        }

        return charset;
    }

    /// <returns>The glyph names of the codes.</returns>
    public string?[] Encoding(int at, Func<int, string?> name)
    {
        if (at == 0)
            return SimpleEncoding.Standard;
        var encoding = new string?[256];
        if (at == 1)
            return encoding;
        var format = Number(at, 1);
        var count = Number(at + 1, 1);
        var glyph = 1;
        for (var i = 0; i < count; i++)
        {
            if ((format & 0x7F) == 0)
            {
                encoding[Number(at + 2 + i, 1)] = name(glyph++);
                continue;
            }

            var first = Number(at + 2 + (2 * i), 1);
            for (var code = first; code <= first + Number(at + 3 + (2 * i), 1) && code < 256; code++)
                encoding[code] = name(glyph++);
        }

        return encoding;
    }

    /// <returns>For each glyph the number of its font dictionary.</returns>
    public byte[] FontSelection(int at, int glyphs)
    {
        if (Number(at, 1) == 0)
            return Bytes(at + 1, glyphs).ToArray();
        var selection = new byte[glyphs];
        var ranges = Number(at + 1, 2);
        for (var i = 0; i < ranges; i++)
        {
            var range = at + 3 + (3 * i);
            for (var glyph = Number(range, 2); glyph < Math.Min(Number(range + 3, 2), glyphs); glyph++)
                selection[glyph] = (byte)Number(range + 2, 1);
        }

        return selection;
    }

    private int Number(int at, int bytes)
    {
        long value = 0;
        foreach (var part in Bytes(at, bytes).Span)
            value = (value << 8) | part;
        return value <= int.MaxValue ? (int)value : throw new FontProgramException("it is cut off");
    }

    private static double Real(ReadOnlySpan<byte> span, ref int i)
    {
        var text = new StringBuilder();
        while (i < span.Length)
        {
            var pair = span[i++];
            foreach (var nibble in (ReadOnlySpan<int>)[pair >> 4, pair & 15])
            {
                if (nibble == 15)
                    return double.TryParse(text.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : 0;
                text.Append(nibble switch { < 10 => nibble.ToString(CultureInfo.InvariantCulture), 10 => ".", 11 => "E", 12 => "E-", 14 => "-", _ => "" });
            }
        }

        return 0;
    }
}
