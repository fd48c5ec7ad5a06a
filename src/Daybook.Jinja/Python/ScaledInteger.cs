using System.Numerics;

namespace Daybook.Jinja.Python;

/// <summary>A float times a power of ten, exactly, rounded to an integer half to even; and back.</summary>
internal static class ScaledInteger
{
    private const int MantissaBits = 52;
    private const int ExponentBias = 1023;

    /// <summary>A mantissa times this power of ten fits 128 bits, and the power is exact as a float.</summary>
    private const int MostQuickPlaces = 22;

    /// <summary>Integers below are exact as floats.</summary>
    private const ulong ExactBound = 1UL << 53;

    private static readonly UInt128[] PowersOfTen = [.. Enumerable.Range(0, MostQuickPlaces + 1).Select(power => (UInt128)BigInteger.Pow(10, power))];

    /// <summary><c>round(number, places)</c> for a finite number.</summary>
    public static double Round(double number, int places)
    {
        // No float has more digits after the point.
        const int mostPlaces = 1074;
        var magnitude = Math.Abs(number);
        if (magnitude == 0 || places > mostPlaces)
            return number;
        if (TryScale(magnitude, places, out var small) && small < ExactBound)
            return Math.CopySign(small / (double)PowersOfTen[places], number);
        var scaled = Scale(magnitude, places);
        var rounded = places >= 0
            ? PyNumber.Ratio(scaled, BigInteger.Pow(10, places))
            : PyNumber.Ratio(scaled * BigInteger.Pow(10, -places), BigInteger.One);
        return Math.CopySign(rounded, number);
    }

    /// <summary>The quick way, for numbers and places of ordinary size.</summary>
    public static bool TryScale(double magnitude, int places, out ulong scaled)
    {
        scaled = 0;
        if (places is < 0 or > MostQuickPlaces)
            return false;
        if (magnitude == 0)
            return true;
        var (mantissa, exponent) = Parts(magnitude);
        if (exponent is > 0 or < -126)
            return false;
        var product = (UInt128)mantissa * PowersOfTen[places];
        var quotient = product >> -exponent;
        if (quotient > ulong.MaxValue - 1)
            return false;
        scaled = (ulong)quotient;
        if (exponent == 0)
            return true;
        var half = UInt128.One << (-exponent - 1);
        var remainder = product - (quotient << -exponent);
        if (remainder > half || (remainder == half && (scaled & 1) == 1))
            scaled++;
        return true;
    }

    /// <summary>The number times ten to the power of <paramref name="places"/>, as an integer.</summary>
    public static BigInteger Scale(double magnitude, int places)
    {
        var (mantissa, exponent) = Parts(magnitude);
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
        var quotient = BigInteger.DivRem(numerator, denominator, out var remainder);
        var half = (remainder << 1).CompareTo(denominator);
        return half > 0 || (half == 0 && !quotient.IsEven) ? quotient + 1 : quotient;
    }

    /// <summary>The number as mantissa times two to the power of the exponent.</summary>
    private static (ulong Mantissa, int Exponent) Parts(double magnitude)
    {
        var bits = BitConverter.DoubleToUInt64Bits(magnitude);
        var biased = (int)(bits >> MantissaBits);
        var mantissa = bits & ((1UL << MantissaBits) - 1);
        if (biased != 0)
            mantissa |= 1UL << MantissaBits;
        return (mantissa, Math.Max(biased, 1) - ExponentBias - MantissaBits);
    }
}
