using System.Globalization;
using System.Numerics;
using System.Text;

namespace Daybook.Jinja.Python;

/// <summary><c>int(value)</c> and <c>float(value)</c>.</summary>
internal static class PyConvert
{
    /// <summary>Python reads no longer literals, for the time it takes.</summary>
    private const int MostParsedDigits = 4300;

    /// <summary><c>int(value)</c>; text is read in base 10.</summary>
    public static BigInteger ToInteger(object? value)
    {
        if (TryToInteger(value, out var number))
            return number;
        throw value switch
        {
            string or Markup => NotALiteral(value, 10),
            double => PyErrors.Value("cannot convert float NaN to integer"),
            _ => PyErrors.Type($"int() argument must be a string, a bytes-like object or a real number, not '{PyType.NameOf(value)}'"),
        };
    }

    /// <summary><c>int(value)</c>; false where Python raises TypeError or ValueError.</summary>
    /// <exception cref="PyException">The number is infinite, or the value undefined.</exception>
    public static bool TryToInteger(object? value, out BigInteger number)
    {
        if (PyNumber.TryInteger(value, out number))
            return true;
        switch (value)
        {
            case double real:
                number = double.IsNaN(real) ? BigInteger.Zero : Truncate(real);
                return !double.IsNaN(real);
            case string text:
                return TryParseInteger(text, 10, out number);
            case Markup markup:
                return TryParseInteger(markup.Text, 10, out number);
            case Undefined undefined:
                throw undefined.Error();
            default:
                return false;
        }
    }

    /// <summary><c>float(value)</c>.</summary>
    public static double ToDouble(object? value)
    {
        if (TryToDouble(value, out var number))
            return number;
        throw value is string or Markup
            ? PyErrors.Value($"could not convert string to float: {PyText.Repr(value)}")
            : PyErrors.Type($"float() argument must be a string or a real number, not '{PyType.NameOf(value)}'");
    }

    /// <summary><c>float(value)</c>; false where Python raises TypeError or ValueError.</summary>
    /// <exception cref="PyException">The integer is too large for a float, or the value undefined.</exception>
    public static bool TryToDouble(object? value, out double number)
    {
        if (PyNumber.TryDouble(value, out number))
            return true;
        return value switch
        {
            string text => TryParseDouble(text, out number),
            Markup markup => TryParseDouble(markup.Text, out number),
            Undefined undefined => throw undefined.Error(),
            _ => false,
        };
    }

    /// <summary><c>int(float)</c>.</summary>
    public static BigInteger Truncate(double number)
    {
        if (double.IsNaN(number))
            throw PyErrors.Value("cannot convert float NaN to integer");
        return double.IsInfinity(number)
            ? throw PyErrors.Overflow("cannot convert float infinity to integer")
            : new BigInteger(number);
    }

    /// <summary><c>int(text, radix)</c>: surrounding space, a sign, underscores between digits, and a prefix that fits the base (any for base 0).</summary>
    /// <returns>False if the text is no such literal, or the base none.</returns>
    public static bool TryParseInteger(string text, int radix, out BigInteger number)
    {
        number = BigInteger.Zero;
        if (radix is not 0 and (< 2 or > 36))
            return false;
        var digits = AsciiDigits(TextSplitting.Strip(text));
        var isNegative = digits.StartsWith('-');
        if (isNegative || digits.StartsWith('+'))
            digits = digits[1..];
        var isFree = radix == 0;
        digits = StripPrefix(digits, ref radix);
        if (digits.StartsWith('_') || digits.EndsWith('_') || digits.Contains("__", StringComparison.Ordinal) || digits.Length == 0)
            return false;
        digits = digits.Replace("_", "", StringComparison.Ordinal);
        if (isFree && radix == 10 && digits.StartsWith('0') && digits.AsSpan().ContainsAnyExcept('0'))
            return false;
        if (!TryParseMagnitude(digits, radix, out var magnitude))
            return false;
        number = isNegative ? -magnitude : magnitude;
        return true;
    }

    private static PyException NotALiteral(object? value, int radix)
        => PyErrors.Value($"invalid literal for int() with base {radix}: {PyText.Repr(value)}");

    private static string StripPrefix(string digits, ref int radix)
    {
        var prefixed = digits.Length > 1 && digits[0] == '0'
            ? char.ToLowerInvariant(digits[1]) switch { 'x' => 16, 'o' => 8, 'b' => 2, _ => 0 }
            : 0;
        if (prefixed == 0 || (radix != 0 && radix != prefixed))
        {
            radix = radix == 0 ? 10 : radix;
            return digits;
        }

        radix = prefixed;
        return digits.Length > 2 && digits[2] == '_' ? digits[3..] : digits[2..];
    }

    private static bool TryParseMagnitude(string digits, int radix, out BigInteger magnitude)
    {
        magnitude = BigInteger.Zero;
        if (digits.Any(c => DigitValue(c) >= radix) || digits.Length > MostParsedDigits)
            return false;
        magnitude = radix == 10
            ? BigInteger.Parse(digits, CultureInfo.InvariantCulture)
            : digits.Aggregate(BigInteger.Zero, (value, c) => (value * radix) + DigitValue(c));
        return true;
    }

    private static int DigitValue(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'a' and <= 'z' => c - 'a' + 10,
        >= 'A' and <= 'Z' => c - 'A' + 10,
        _ => int.MaxValue,
    };

    private static bool TryParseDouble(string text, out double number)
    {
        number = 0;
        var literal = AsciiDigits(TextSplitting.Strip(text));
        var unsigned = literal.TrimStart('+', '-');
        if (literal.Length - unsigned.Length > 1)
            return false;
        if (IsWord(unsigned, "inf") || IsWord(unsigned, "infinity"))
            number = double.PositiveInfinity;
        else if (IsWord(unsigned, "nan"))
            number = double.NaN;
        else if (IsFloatLiteral(unsigned))
            number = double.Parse(unsigned.Replace("_", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture);
        else
            return false;
        if (literal.StartsWith('-'))
            number = -number;
        return true;
    }

    private static bool IsWord(string text, string word) => text.Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>Digits with at most one point and an optional exponent; an underscore only between two digits.</summary>
    private static bool IsFloatLiteral(string text)
    {
        var mark = text.AsSpan().IndexOfAny('e', 'E');
        var mantissa = mark < 0 ? text : text[..mark];
        var exponent = mark < 0 ? "0" : text[(mark + 1)..];
        if (exponent.StartsWith('-') || exponent.StartsWith('+'))
            exponent = exponent[1..];
        var parts = mantissa.Split('.');
        return parts.Length <= 2 && parts.Any(part => part.Length > 0)
            && parts.All(part => part.Length == 0 || AreDigits(part)) && AreDigits(exponent);
    }

    private static bool AreDigits(string text) => text.Length > 0 && char.IsAsciiDigit(text[0]) && char.IsAsciiDigit(text[^1])
        && !text.Contains("__", StringComparison.Ordinal) && text.All(c => char.IsAsciiDigit(c) || c == '_');

    /// <summary>Other scripts' decimal digits as ASCII.</summary>
    private static string AsciiDigits(string text)
    {
        if (System.Text.Ascii.IsValid(text))
            return text;
        var output = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i += CodePoints.LengthAt(text, i))
        {
            var digit = CharUnicodeInfo.GetDecimalDigitValue(text, i);
            CodePoints.Append(output, digit < 0 ? CodePoints.At(text, i, out _) : '0' + digit);
        }

        return output.ToString();
    }
}
