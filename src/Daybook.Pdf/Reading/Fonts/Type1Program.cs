using System.Globalization;

namespace Daybook.Pdf.Reading.Fonts;

/// <summary>A Type 1 font file: the names and widths of its glyphs, from the encrypted part (Adobe Type 1 Font Format, chapters 6 and 7).</summary>
internal sealed class Type1Program : FontProgram
{
    private const ushort EexecKey = 55665;
    private const ushort CharstringKey = 4330;

    private readonly List<double?> widths = [];
    private readonly Dictionary<string, int> glyphs = new(StringComparer.Ordinal);
    private readonly List<string> names = [];

    /// <exception cref="FontProgramException">No glyphs can be found.</exception>
    public Type1Program(byte[] data)
    {
        var start = data.AsSpan().IndexOf("eexec"u8);
        if (start < 0)
            throw new FontProgramException("it has no encrypted part");
        BuiltInEncoding = Encoding(System.Text.Encoding.Latin1.GetString(data, 0, start));
        var body = start + 5;
        while (body < data.Length && data[body] is (byte)' ' or (byte)'\r' or (byte)'\n' or (byte)'\t')
            body++;
        ReadGlyphs(Decrypt(data.AsSpan(Math.Min(body, data.Length)), EexecKey, 4));
        if (glyphs.Count == 0)
            throw new FontProgramException("it has no glyphs");
    }

    public override int GlyphCount => names.Count;

    public override bool HasGlyphNames => true;

    public string?[] BuiltInEncoding { get; }

    public IEnumerable<string> GlyphNames => names;

    public override int? GlyphOfName(string name) => glyphs.TryGetValue(name, out var glyph) ? glyph : null;

    public override double? Width(int glyph) => glyph >= 0 && glyph < widths.Count ? widths[glyph] : null;

    private static string?[] Encoding(string head)
    {
        var encoding = new string?[256];
        var words = head.Split([' ', '\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i + 3 < words.Length; i++)
        {
            if (words[i] == "/Encoding" && words[i + 1] == "StandardEncoding")
                return SimpleEncoding.Standard;
            if (words[i] == "dup" && words[i + 3] == "put" && words[i + 2].StartsWith('/')
                && int.TryParse(words[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var code) && code < 256)
                encoding[code] = words[i + 2][1..];
        }

        return encoding;
    }

    /// <summary>Each glyph reads <c>/name length RD bytes ND</c>. The glyph for missing characters comes first, as glyph 0.</summary>
    private void ReadGlyphs(byte[] text)
    {
        var skip = Math.Clamp(NumberAfter(text, "/lenIV"u8) ?? 4, 0, 64);
        var at = text.AsSpan().IndexOf("/CharStrings"u8);
        glyphs[".notdef"] = 0;
        names.Add(".notdef");
        widths.Add(null);
        for (at = at < 0 ? text.Length : at + 12; at < text.Length;)
        {
            var slash = text.AsSpan(at).IndexOf((byte)'/');
            if (slash < 0)
                return;
            var parts = System.Text.Encoding.Latin1.GetString(text, at + slash + 1, Math.Min(128, text.Length - at - slash - 1)).Split(' ', 4);
            at += slash + 1;
            if (parts.Length < 4 || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var length))
                continue;
            var begin = at + parts[0].Length + parts[1].Length + parts[2].Length + 3;
            if (begin + length > text.Length)
                return;
            Add(parts[0], Width(Decrypt(text.AsSpan(begin, length), CharstringKey, skip)));
            at = begin + length;
        }
    }

    private void Add(string name, double? width)
    {
        if (name == ".notdef")
            widths[0] = width;
        else if (glyphs.TryAdd(name, names.Count))
        {
            names.Add(name);
            widths.Add(width);
        }
    }

    /// <summary>The second argument of <c>hsbw</c>, or the third of <c>sbw</c>, which begin every charstring.</summary>
    private static double? Width(byte[] code)
    {
        var stack = new List<double>();
        for (var i = 0; i < code.Length;)
        {
            if (CharstringNumber.TryRead(code, ref i, out var number))
            {
                stack.Add(number);
                continue;
            }

            int first = code[i++];
            switch (first)
            {
                case 13 when stack.Count >= 2:
                    return stack[1];
                case 12 when i < code.Length && code[i] == 7 && stack.Count >= 4:
                    return stack[2];
                case 12 when i < code.Length && code[i] == 12 && stack.Count >= 2:
                    i++;
                    stack[^2] /= stack[^1];
                    stack.RemoveAt(stack.Count - 1);
                    break;
                case 255 when i + 3 < code.Length:
                    stack.Add((code[i] << 24) | (code[i + 1] << 16) | (code[i + 2] << 8) | code[i + 3]);
                    i += 4;
                    break;
                default:
                    return null;
            }
        }

        return null;
    }

    private static int? NumberAfter(byte[] text, ReadOnlySpan<byte> word)
    {
        var at = text.AsSpan().IndexOf(word);
        if (at < 0)
            return null;
        var rest = System.Text.Encoding.Latin1.GetString(text, at + word.Length, Math.Min(12, text.Length - at - word.Length)).TrimStart().Split(' ');
        return int.TryParse(rest[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private static byte[] Decrypt(ReadOnlySpan<byte> data, ushort key, int skip)
    {
        var plain = new byte[data.Length];
        for (var i = 0; i < data.Length; i++)
        {
            plain[i] = (byte)(data[i] ^ (key >> 8));
            key = (ushort)(((data[i] + key) * 52845) + 22719);
        }

        return plain.Length > skip ? plain[skip..] : [];
    }
}
