using System.Globalization;
using System.Numerics;

namespace Daybook.Jinja.Python;

/// <summary>Numbers with fixed decimals as Python's <c>format(number, 'z,.2f')</c> gives them: the exact value, halves to even, and never <c>-0</c>.</summary>
public static class FixedPoint
{
    private const int GroupSize = 3;
    private const int LongestQuick = 20;
    private const int LongestOnStack = 128;

    /// <param name="value">What is not finite is written as <c>nan</c>, <c>inf</c> and <c>-inf</c>.</param>
    /// <param name="decimals">Must not be negative.</param>
    /// <param name="grouped">Whether commas separate thousands.</param>
    public static string Format(double value, int decimals, bool grouped)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(decimals);
        if (!double.IsFinite(value))
            return PyFloatText.Repr(value);
        var magnitude = Math.Abs(value);
        if (!ScaledInteger.TryScale(magnitude, decimals, out var scaled))
            return Layout(ScaledInteger.Scale(magnitude, decimals).ToString(CultureInfo.InvariantCulture), value < 0, decimals, decimals, grouped);
        Span<char> digits = stackalloc char[LongestQuick];
        scaled.TryFormat(digits, out var length, default, CultureInfo.InvariantCulture);
        return Layout(digits[..length], value < 0, decimals, decimals, grouped);
    }

    /// <inheritdoc cref="Format(double, int, bool)"/>
    public static string Format(long value, int decimals, bool grouped)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(decimals);
        Span<char> text = stackalloc char[LongestQuick];
        value.TryFormat(text, out var length, default, CultureInfo.InvariantCulture);
        return Layout(text[(value < 0 ? 1 : 0)..length], value < 0, 0, decimals, grouped);
    }

    /// <inheritdoc cref="Format(double, int, bool)"/>
    public static string Format(BigInteger value, int decimals, bool grouped)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(decimals);
        return Layout(BigInteger.Abs(value).ToString(CultureInfo.InvariantCulture), value.Sign < 0, 0, decimals, grouped);
    }

    /// <param name="digits">The number without sign and point.</param>
    /// <param name="isNegative">Ignored when all digits are zero.</param>
    /// <param name="places">How many of the digits stand after the point: none or as many as there are decimals.</param>
    /// <param name="decimals">How many digits to show after the point.</param>
    /// <param name="grouped">Whether commas separate thousands.</param>
    private static string Layout(ReadOnlySpan<char> digits, bool isNegative, int places, int decimals, bool grouped)
    {
        var kept = Math.Min(digits.Length, places);
        var whole = digits[..^kept];
        var longest = whole.Length + whole.Length / GroupSize + decimals + 3;
        Span<char> text = longest <= LongestOnStack ? stackalloc char[LongestOnStack] : new char[longest];
        var start = text.Length - decimals;
        text.Slice(start, decimals - kept).Fill('0');
        digits[^kept..].CopyTo(text[^kept..]);
        if (decimals > 0)
            text[--start] = '.';
        for (; grouped && whole.Length > GroupSize; whole = whole[..^GroupSize])
        {
            start -= GroupSize;
            whole[^GroupSize..].CopyTo(text[start..]);
            text[--start] = ',';
        }

        start -= whole.Length;
        whole.CopyTo(text[start..]);
        if (whole.IsEmpty)
            text[--start] = '0';
        if (isNegative && digits.ContainsAnyInRange('1', '9'))
            text[--start] = '-';
        return new string(text[start..]);
    }
}
