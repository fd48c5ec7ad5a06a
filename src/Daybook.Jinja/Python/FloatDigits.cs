using System.Globalization;

namespace Daybook.Jinja.Python;

/// <summary>The decimal digits of a float's exact binary value, rounded half to even, without trailing zeros.</summary>
/// <remarks>.NET's own formats round halves away from zero, so that <c>0.125</c> to two places would differ from Python.</remarks>
internal static class FloatDigits
{
    /// <summary>No float has more digits after the point.</summary>
    private const int MostPlaces = 1074;

    /// <summary>So many significant digits always read back as the same number.</summary>
    private const int MostShortest = 17;

    /// <summary>Long enough for the digits and exponent of the shortest form.</summary>
    private const int ShortestLength = 32;

    /// <summary>The shortest digits that read back as the same number, and where the point stands relative to their start.</summary>
    public static int Shortest(double magnitude, Span<char> digits, out int point)
    {
        Span<char> text = stackalloc char[ShortestLength];
        magnitude.TryFormat(text, out var length, "R", CultureInfo.InvariantCulture);
        text = text[..length];
        if (IsPowerOfTwo(magnitude) && double.Parse(text, CultureInfo.InvariantCulture) != magnitude)
        {
            var exact = Significant(magnitude, MostShortest, out point);
            exact.CopyTo(digits);
            return exact.Length;
        }

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

    /// <summary>Where the spacing of floats changes, .NET may give a digit too few: that of 2**-25 does not read back as the same number.</summary>
    private static bool IsPowerOfTwo(double magnitude) => (BitConverter.DoubleToUInt64Bits(magnitude) & ((1UL << 52) - 1)) == 0;

    /// <summary>Digits down to so many places after the point (before it, if negative); empty if all round away.</summary>
    public static string Fixed(double magnitude, int places, out int point)
    {
        places = Math.Min(places, MostPlaces);
        if (magnitude == 0)
        {
            point = 1;
            return "0";
        }

        var digits = ScaledInteger.TryScale(magnitude, places, out var small)
            ? small.ToString(CultureInfo.InvariantCulture)
            : ScaledInteger.Scale(magnitude, places).ToString(CultureInfo.InvariantCulture);
        if (digits == "0")
        {
            point = -places;
            return "";
        }

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
        var digits = ScaledInteger.Scale(magnitude, places).ToString(CultureInfo.InvariantCulture);
        while (digits.Length != count)
        {
            // The logarithm was off by one, or rounding carried into a new digit: one place fewer or more is exact again.
            places += count - digits.Length;
            digits = ScaledInteger.Scale(magnitude, places).ToString(CultureInfo.InvariantCulture);
        }

        point = count - places;
        return digits.TrimEnd('0');
    }
}
