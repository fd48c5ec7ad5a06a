using System.Globalization;

namespace Daybook.Jinja.Python;

/// <summary>Places the point, zeros and exponent around a float's digits.</summary>
internal static class FloatLayout
{
    /// <summary>What sign of exponent, its letter and digits take at most.</summary>
    private const int ExponentLength = 6;

    private const int LargestPlainPoint = 16;

    /// <summary>The text of a finite number that is not negative.</summary>
    public static string Format(double magnitude, FloatStyle style)
    {
        var point = 0;
        var digits = style.Code switch
        {
            'e' => FloatDigits.Significant(magnitude, style.Precision + 1, out point),
            'f' => FloatDigits.Fixed(magnitude, style.Precision, out point),
            'g' => FloatDigits.Significant(magnitude, Math.Max(style.Precision, 1), out point),
            _ => throw new ArgumentOutOfRangeException(nameof(style)),
        };
        var buffer = new char[style.Precision + digits.Length + Math.Abs(point) + ExponentLength + 4];
        return new string(buffer, 0, Write(buffer, digits, point, style));
    }

    /// <summary>Lays out digits whose point stands at <paramref name="point"/>.</summary>
    /// <returns>The length written.</returns>
    public static int Write(Span<char> output, ReadOnlySpan<char> digits, int point, FloatStyle style)
    {
        var hasExponent = HasExponent(point, style);
        var exponent = point - 1;
        if (hasExponent)
            point = 1;
        var end = Math.Max(LastDigit(digits.Length, point, style), !hasExponent && style.DotZero ? point + 1 : point);
        var length = WriteDigits(output, digits, point, end);
        if (output[length - 1] == '.' && !style.Alternate)
            length--;
        return hasExponent ? length + WriteExponent(output[length..], exponent) : length;
    }

    private static bool HasExponent(int point, FloatStyle style) => style.Code switch
    {
        'e' => true,
        'f' => false,
        'g' => point <= -4 || point > Math.Max(style.Precision, 1) - (style.DotZero ? 1 : 0),
        'r' => point <= -4 || point > LargestPlainPoint,
        _ => throw new ArgumentOutOfRangeException(nameof(style)),
    };

    /// <summary>Where the digits end, zeros filled in, relative to their start.</summary>
    private static int LastDigit(int digits, int point, FloatStyle style) => style.Code switch
    {
        'e' => style.Precision + 1,
        'f' => point + style.Precision,
        'g' when style.Alternate => Math.Max(style.Precision, 1),
        _ => digits,
    };

    private static int WriteDigits(Span<char> output, ReadOnlySpan<char> digits, int point, int end)
    {
        var length = 0;
        for (var i = point <= 0 ? point - 1 : 0; i < end; i++)
        {
            if (i == point)
                output[length++] = '.';
            output[length++] = i >= 0 && i < digits.Length ? digits[i] : '0';
        }

        if (point == end)
            output[length++] = '.';
        return length;
    }

    private static int WriteExponent(Span<char> output, int exponent)
    {
        output[0] = 'e';
        output[1] = exponent < 0 ? '-' : '+';
        Math.Abs(exponent).TryFormat(output[2..], out var written, "00", CultureInfo.InvariantCulture);
        return written + 2;
    }
}
