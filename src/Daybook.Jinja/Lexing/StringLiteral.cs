using System.Buffers;
using System.Globalization;
using System.Text;

namespace Daybook.Jinja.Lexing;

/// <summary>Reads the escapes of a string literal as Python's <c>unicode-escape</c> does; unknown escapes stay as written.</summary>
internal static class StringLiteral
{
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");

    /// <exception cref="FormatException">An escape is cut short or names no character; the message says which.</exception>
    public static string Unescape(string text)
    {
        var backslash = text.IndexOf('\\');
        if (backslash < 0)
            return text;
        var value = new StringBuilder(text.Length);
        var index = 0;
        for (; backslash >= 0; backslash = text.IndexOf('\\', index))
        {
            value.Append(text, index, backslash - index);
            index = ReadEscape(text, backslash + 1, value);
        }

        return value.Append(text, index, text.Length - index).ToString();
    }

    private static int ReadEscape(string text, int index, StringBuilder value)
    {
        var character = text[index++];
        switch (character)
        {
            case '\n':
                return index;
            case 'x':
                return ReadHex(text, index, 2, @"\xXX", value);
            case 'u':
                return ReadHex(text, index, 4, @"\uXXXX", value);
            case 'U':
                return ReadHex(text, index, 8, @"\UXXXXXXXX", value);
            case 'N':
                throw new FormatException("characters cannot be written by name (\\N{...}); use \\uXXXX");
            case >= '0' and <= '7':
                return ReadOctal(text, index - 1, value);
            case var known when Simple(known) is { } replacement:
                value.Append(replacement);
                return index;
            case var unknown:
                value.Append('\\').Append(unknown);
                return index;
        }
    }

    private static char? Simple(char character) => character switch
    {
        '\\' or '\'' or '"' => character,
        'n' => '\n',
        't' => '\t',
        'r' => '\r',
        'a' => '\a',
        'b' => '\b',
        'f' => '\f',
        'v' => '\v',
        _ => null,
    };

    private static int ReadHex(string text, int index, int digits, string form, StringBuilder value)
    {
        if (index + digits > text.Length || text.AsSpan(index, digits).ContainsAnyExcept(HexDigits))
            throw new FormatException($"truncated {form} escape");
        var code = uint.Parse(text.AsSpan(index, digits), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        if (code > 0x10FFFF)
            throw new FormatException("illegal Unicode character");
        if (code <= 0xFFFF)
            value.Append((char)code);
        else
            value.Append(char.ConvertFromUtf32((int)code));
        return index + digits;
    }

    private static int ReadOctal(string text, int index, StringBuilder value)
    {
        var code = 0;
        for (var count = 0; count < 3 && index < text.Length && text[index] is >= '0' and <= '7'; count++)
            code = code * 8 + text[index++] - '0';
        value.Append((char)code);
        return index;
    }
}
