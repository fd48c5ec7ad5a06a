using System.Globalization;
using System.Numerics;
using System.Text;

namespace Daybook.Jinja.Python;

/// <summary><c>int(value)</c> and <c>float(value)</c>.</summary>
internal static class PyConvert
{
    private const int MostParsedDigits = 4300;

    /// <summary><c>int(value)</c>; text is read in base 10.</summary>
    public static BigInteger ToInteger(object? value)
    {
        if (PyNumber.TryInteger(value, out var number))
            return number;
        return value switch
        {
            double real => Truncate(real),
            string text => ParseInteger(text, 10),
            Markup markup => ParseInteger(markup.Text, 10, markup),
            PyObject other when other.TryOperate("int", value, null, out var result) => ToInteger(result),
            _ => throw PyErrors.Type(
                $"int() argument must be a string, a bytes-like object or a real number, not '{PyType.NameOf(value)}'"),
        };
    }

    /// <summary><c>float(value)</c>.</summary>
    public static double ToDouble(object? value)
    {
        if (PyNumber.TryDouble(value, out var number))
            return number;
        return value switch
        {
            string text => ParseDouble(text, text),
            Markup markup => ParseDouble(markup.Text, markup),
            PyObject other when other.TryOperate("float", value, null, out var result) => ToDouble(result),
            _ => throw PyErrors.Type($"float() argument must be a string or a real number, not '{PyType.NameOf(value)}'"),
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
    /// <param name="text">The literal.</param>
    /// <param name="radix">0, or 2 to 36.</param>
    /// <param name="shown">The value as messages show it, if it is not the text itself.</param>
    public static BigInteger ParseInteger(string text, int radix, object? shown = null)
    {
        if (radix is not 0 and (< 2 or > 36))
            throw PyErrors.Value("int() base must be >= 2 and <= 36, or 0");
        var failure = PyErrors.Value($"invalid literal for int() with base {radix}: {PyText.Repr(shown ?? text)}");
        var digits = AsciiDigits(TextSplitting.Strip(text));
        var isNegative = digits.StartsWith('-');
        if (isNegative || digits.StartsWith('+'))
            digits = digits[1..];
        var givenRadix = radix;
        digits = StripPrefix(digits, ref radix);
        if (digits.StartsWith('_') || digits.EndsWith('_') || digits.Contains("__", StringComparison.Ordinal) || digits.Length == 0)
            throw failure;
        digits = digits.Replace("_", "", StringComparison.Ordinal);
        if (givenRadix == 0 && radix == 10 && digits.StartsWith('0') && digits.AsSpan().ContainsAnyExcept('0'))
            throw failure;
        var magnitude = ParseMagnitude(digits, radix, failure);
        return isNegative ? -magnitude : magnitude;
    }

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

    private static BigInteger ParseMagnitude(string digits, int radix, PyException failure)
    {
        foreach (var c in digits)
        {
            if (DigitValue(c) >= radix)
                throw failure;
        }

        if (radix == 10)
        {
            return digits.Length <= MostParsedDigits ? BigInteger.Parse(digits, CultureInfo.InvariantCulture) : throw PyErrors.Value(
                $"Exceeds the limit ({MostParsedDigits} digits) for integer string conversion: value has {digits.Length} digits; use sys.set_int_max_str_digits() to increase the limit");
        }

        PyLimits.Default.CheckBits(digits.Length * 6L);
        return digits.Aggregate(BigInteger.Zero, (value, c) => (value * radix) + DigitValue(c));
    }

    private static int DigitValue(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'a' and <= 'z' => c - 'a' + 10,
        >= 'A' and <= 'Z' => c - 'A' + 10,
        _ => int.MaxValue,
    };

    private static double ParseDouble(string text, object shown)
    {
        var literal = AsciiDigits(TextSplitting.Strip(text));
        var unsigned = literal.TrimStart('+', '-');
        if (literal.Length - unsigned.Length <= 1)
        {
            var sign = literal.StartsWith('-') ? -1.0 : 1.0;
            if (IsWord(unsigned, "inf") || IsWord(unsigned, "infinity"))
                return sign * double.PositiveInfinity;
            if (IsWord(unsigned, "nan"))
                return double.NaN;
            if (IsFloatLiteral(unsigned))
                return sign * double.Parse(unsigned.Replace("_", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture);
        }

        throw PyErrors.Value($"could not convert string to float: {PyText.Repr(shown)}");
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
