using System.Globalization;
using System.Numerics;
using Daybook.Jinja.Python;

namespace Daybook.Jinja.Lexing;

/// <summary>Finds and reads number literals: underscores between digits, <c>0x 0o 0b</c>, fractions and exponents.</summary>
internal static class NumberLiteral
{
    /// <summary>The end of the float literal at <paramref name="start"/>; -1 if there is none.</summary>
    public static int FloatEnd(string text, int start)
    {
        var whole = DigitsEnd(text, start);
        if (whole < 0 || (start > 0 && text[start - 1] == '.'))
            return -1;
        var fraction = whole < text.Length && text[whole] == '.' ? DigitsEnd(text, whole + 1) : -1;
        var exponent = ExponentEnd(text, fraction > 0 ? fraction : whole);
        return exponent > 0 ? exponent : fraction;
    }

    /// <summary>The end of the integer literal at <paramref name="start"/>; -1 if there is none.</summary>
    public static int IntegerEnd(string text, int start)
    {
        if (!char.IsAsciiDigit(text[start]))
            return -1;
        if (text[start] != '0')
            return GroupsEnd(text, start + 1, char.IsAsciiDigit);
        Func<char, bool>? isDigit = start + 1 < text.Length ? char.ToLowerInvariant(text[start + 1]) switch
        {
            'x' => char.IsAsciiHexDigit,
            'o' => digit => digit is >= '0' and <= '7',
            'b' => digit => digit is '0' or '1',
            _ => null,
        } : null;
        if (isDigit is not null && GroupsEnd(text, start + 2, isDigit) is var end && end > start + 2)
            return end;
        return GroupsEnd(text, start + 1, digit => digit == '0');
    }

    public static object ReadFloat(string literal) => double.Parse(literal.Replace("_", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);

    public static object ReadInteger(string literal)
    {
        var digits = literal.Replace("_", "", StringComparison.Ordinal);
        var radix = digits.Length > 1 ? char.ToLowerInvariant(digits[1]) switch { 'x' => 16, 'o' => 8, 'b' => 2, _ => 10 } : 10;
        if (radix == 10)
            return PyBox.Of(BigInteger.Parse(digits, CultureInfo.InvariantCulture));
        var value = BigInteger.Zero;
        foreach (var digit in digits.AsSpan(2))
            value = value * radix + Convert.ToInt32(digit.ToString(), 16);
        return PyBox.Of(value);
    }

    /// <summary><c>(_?digit)*</c></summary>
    private static int GroupsEnd(string text, int index, Func<char, bool> isDigit)
    {
        while (index < text.Length)
        {
            var digit = text[index] == '_' ? index + 1 : index;
            if (digit >= text.Length || !isDigit(text[digit]))
                break;
            index = digit + 1;
        }

        return index;
    }

    /// <summary><c>(\d+_)*\d+</c></summary>
    private static int DigitsEnd(string text, int index) =>
        index < text.Length && char.IsAsciiDigit(text[index]) ? GroupsEnd(text, index + 1, char.IsAsciiDigit) : -1;

    private static int ExponentEnd(string text, int index)
    {
        if (index >= text.Length || text[index] is not ('e' or 'E'))
            return -1;
        index++;
        if (index < text.Length && text[index] is '+' or '-')
            index++;
        return DigitsEnd(text, index);
    }
}
