using System.Collections.Frozen;
using System.Globalization;
using System.Numerics;
using System.Text;

namespace Daybook.Jinja.Python;

/// <summary><c>html.unescape</c>: character references become what they stand for, by HTML's rules for broken ones too.</summary>
internal static class HtmlEntities
{
    private const int LongestName = 32;
    private const string Replacement = "\ufffd";

    /// <summary>What numbers 128 to 159 are taken for: the characters of Windows-1252.</summary>
    private const string Windows1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

    private static readonly Lazy<FrozenDictionary<string, string>> Names = new(ReadNames);

    public static string Decode(string text)
    {
        var next = text.IndexOf('&', StringComparison.Ordinal);
        if (next < 0)
            return text;
        var output = new StringBuilder(text.Length);
        var at = 0;
        for (; next >= 0; next = text.IndexOf('&', at))
        {
            output.Append(text, at, next - at);
            at = next + 1;
            var length = ReferenceLength(text.AsSpan(at));
            output.Append(length == 0 ? "&" : Value(text.Substring(at, length)));
            at += length;
        }

        return output.Append(text, at, text.Length - at).ToString();
    }

    private static int ReferenceLength(ReadOnlySpan<char> text)
    {
        var isHexadecimal = text.Length > 1 && text[0] == '#' && text[1] is 'x' or 'X';
        var digits = isHexadecimal ? Run(text[2..], char.IsAsciiHexDigit) : text is ['#', ..] ? Run(text[1..], char.IsAsciiDigit) : 0;
        var length = digits > 0 ? digits + (isHexadecimal ? 2 : 1)
            : text is ['#', ..] ? 0
            : Run(text[..Math.Min(text.Length, LongestName)], static c => c is not ('\t' or '\n' or '\f' or ' ' or '<' or '&' or '#' or ';'));
        return length > 0 && length < text.Length && text[length] == ';' ? length + 1 : length;
    }

    private static int Run(ReadOnlySpan<char> text, Func<char, bool> test)
    {
        var length = 0;
        while (length < text.Length && test(text[length]))
            length++;
        return length;
    }

    private static string Value(string reference)
    {
        if (reference[0] == '#')
            return OfNumber(reference.TrimEnd(';'));
        for (var length = reference.Length; length > 1; length--)
        {
            if (Names.Value.TryGetValue(reference[..length], out var value))
                return value + reference[length..];
        }

        return "&" + reference;
    }

    private static string OfNumber(string reference)
    {
        var number = reference[1] is 'x' or 'X'
            ? BigInteger.Parse("0" + reference[2..], NumberStyles.HexNumber, CultureInfo.InvariantCulture)
            : BigInteger.Parse(reference[1..], CultureInfo.InvariantCulture);
        if (number.IsZero || number > 0x10ffff)
            return Replacement;
        return (int)number switch
        {
            >= 0x80 and <= 0x9f and var code => Windows1252[code - 0x80].ToString(),
            >= 0xd800 and <= 0xdfff => Replacement,
            (>= 0x1 and <= 0x8) or 0xb or (>= 0xe and <= 0x1f) or 0x7f or (>= 0xfdd0 and <= 0xfdef) => "",
            var code when (code & 0xfffe) == 0xfffe => "",
            var code => char.ConvertFromUtf32(code),
        };
    }

    private static FrozenDictionary<string, string> ReadNames()
    {
        using var stream = typeof(HtmlEntities).Assembly.GetManifestResourceStream("Daybook.Jinja.HtmlEntities.txt")
            ?? throw new InvalidOperationException("The assembly lacks its table of character references.");
        using var reader = new StreamReader(stream, Encoding.ASCII);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => line.Split(' '))
            .ToFrozenDictionary(static parts => parts[0], static parts => CodePoints.ToText(parts.Skip(1).Select(
                static code => int.Parse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture))));
    }
}
