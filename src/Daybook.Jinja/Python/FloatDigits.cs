using System.Globalization;
using System.Numerics;

namespace Daybook.Jinja.Python;

/// <summary>The decimal digits of a float's exact binary value, rounded half to even, without trailing zeros.</summary>
/// <remarks>.NET's own formats round halves away from zero, so that <c>0.125</c> to two places would differ from Python.</remarks>
internal static class FloatDigits
{
    /// <summary>No float has more digits after the point.</summary>
    private const int MostPlaces = 1074;

    private const int MantissaBits = 52;

    /// <summary>Long enough for the digits and exponent of the shortest form.</summary>
    private const int ShortestLength = 32;

    /// <summary>The shortest digits that read back as the same number, and where the point stands relative to their start.</summary>
    public static int Shortest(double magnitude, Span<char> digits, out int point)
    {
        Span<char> text = stackalloc char[ShortestLength];
        magnitude.TryFormat(text, out var length, "R", CultureInfo.InvariantCulture);
        text = text[..length];
        var exponent = 0;
        var mark = text.IndexOf('E');
        if (mark >= 0)
        {
            exponent = int.Parse(text[(mark + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            text = text[..mark];
        }

        var dot = text.IndexOf('.');
        point = exponent + (dot < 0 ? text.Length : dot);
        var count = 0;
        foreach (var c in text)
        {
            if (c == '.')
                continue;
            if (c == '0' && count == 0)
                point--;
            else
                digits[count++] = c;
        }

        count = digits[..count].TrimEnd('0').Length;
        if (count > 0)
            return count;
        digits[0] = '0';
        point = 1;
        return 1;
    }

    /// <summary>Digits down to so many places after the point (before it, if negative); empty if all round away.</summary>
    public static string Fixed(double magnitude, int places, out int point)
    {
        places = Math.Min(places, MostPlaces);
        if (magnitude == 0)
        {
            point = 1;
            return "0";
        }

        var scaled = Scale(magnitude, places);
        if (scaled.IsZero)
        {
            point = -places;
            return "";
        }

        var digits = scaled.ToString(CultureInfo.InvariantCulture);
        point = digits.Length - places;
        return digits.TrimEnd('0');
    }

    /// <summary>So many significant digits, at least one.</summary>
    public static string Significant(double magnitude, int count, out int point)
    {
        if (magnitude == 0)
        {
            point = 1;
            return "0";
        }

        count = Math.Min(count, MostPlaces);
        var places = count - 1 - (int)Math.Floor(Math.Log10(magnitude));
        var digits = Scale(magnitude, places).ToString(CultureInfo.InvariantCulture);
        while (digits.Length != count)
        {
            // The logarithm was off by one, or rounding carried into a new digit: one place fewer or more is exact again.
            places += count - digits.Length;
            digits = Scale(magnitude, places).ToString(CultureInfo.InvariantCulture);
        }

        point = count - places;
        return digits.TrimEnd('0');
    }

    /// <summary><c>round(number, places)</c> for a finite number.</summary>
    public static double Round(double number, int places)
    {
        var magnitude = Math.Abs(number);
        if (magnitude == 0 || places > MostPlaces)
            return number;
        var scaled = Scale(magnitude, places);
        var rounded = places >= 0
            ? PyNumber.Ratio(scaled, BigInteger.Pow(10, places))
            : PyNumber.Ratio(scaled * BigInteger.Pow(10, -places), BigInteger.One);
        return Math.CopySign(rounded, number);
    }

    /// <summary>The number times ten to the power of <paramref name="places"/>, as an integer.</summary>
    private static BigInteger Scale(double magnitude, int places)
    {
        var bits = BitConverter.DoubleToUInt64Bits(magnitude);
        var biased = (int)(bits >> MantissaBits);
        var mantissa = bits & ((1UL << MantissaBits) - 1);
        var exponent = Math.Max(biased, 1) - 1023 - MantissaBits;
        if (biased != 0)
            mantissa |= 1UL << MantissaBits;

        BigInteger numerator = mantissa;
        var denominator = BigInteger.One;
        if (places >= 0)
            numerator *= BigInteger.Pow(10, places);
        else
            denominator *= BigInteger.Pow(10, -places);
        if (exponent >= 0)
            numerator <<= exponent;
        else
            denominator <<= -exponent;
        return DivideHalfEven(numerator, denominator);
    }

    private static BigInteger DivideHalfEven(BigInteger numerator, BigInteger denominator)
    {
        var quotient = BigInteger.DivRem(numerator, denominator, out var remainder);
        var half = (remainder << 1).CompareTo(denominator);
        return half > 0 || (half == 0 && !quotient.IsEven) ? quotient + 1 : quotient;
    }
}
