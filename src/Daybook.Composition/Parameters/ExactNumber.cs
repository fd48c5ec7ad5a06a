using System.Globalization;
using System.Numerics;

namespace Daybook.Composition;

/// <summary>A decimal number of any size and precision: <c>Digits · 10^Exponent</c>.</summary>
internal readonly record struct ExactNumber(BigInteger Digits, int Exponent) : IComparable<ExactNumber>
{
    private const int LongestText = 1000;
    private const int LargestExponent = 1000;

    /// <param name="text">A number as JSON writes it.</param>
    /// <returns>Null when it has more than 1,000 characters or an exponent beyond ±1,000.</returns>
    public static ExactNumber? Parse(string text)
    {
        if (text.Length > LongestText)
            return null;
        var e = text.AsSpan().IndexOfAny('e', 'E');
        var exponent = 0;
        if (e >= 0 && !int.TryParse(text.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent))
            return null;
        if (exponent is < -LargestExponent or > LargestExponent)
            return null;
        var digits = e >= 0 ? text[..e] : text;
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        if (point >= 0)
        {
            exponent -= digits.Length - point - 1;
            digits = digits.Remove(point, 1);
        }

        return new ExactNumber(BigInteger.Parse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture), exponent);
    }

    public int CompareTo(ExactNumber other)
    {
        var exponent = Math.Min(Exponent, other.Exponent);
        return (Digits * BigInteger.Pow(10, Exponent - exponent)).CompareTo(other.Digits * BigInteger.Pow(10, other.Exponent - exponent));
    }

    public bool SameAs(ExactNumber other) => CompareTo(other) == 0;
}
