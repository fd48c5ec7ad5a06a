using System.Numerics;

namespace Daybook.Jinja.Python;

/// <summary>Python's numeric tower: bool is an integer, an integer of any size meets a float without losing exactness in comparisons.</summary>
internal static class PyNumber
{
    private const double TwoTo63 = 9223372036854775808.0;
    private const int SignificandBits = 53;

    public static bool IsNumber(object? value) => value is long or double or bool or BigInteger;

    /// <summary>The value as a machine integer; false for floats, other types, and integers of more than 64 bits.</summary>
    public static bool TryLong(object? value, out long number)
    {
        switch (value)
        {
            case long exact:
                number = exact;
                return true;
            case bool flag:
                number = flag ? 1 : 0;
                return true;
            default:
                number = 0;
                return false;
        }
    }

    /// <summary>The value as an integer of any size; false for floats and other types.</summary>
    public static bool TryInteger(object? value, out BigInteger number)
    {
        if (value is BigInteger big)
        {
            number = big;
            return true;
        }

        var isLong = TryLong(value, out var small);
        number = small;
        return isLong;
    }

    /// <summary>The value as a float.</summary>
    /// <exception cref="PyException">The integer is beyond the range of floats.</exception>
    public static bool TryDouble(object? value, out double number)
    {
        switch (value)
        {
            case double exact:
                number = exact;
                return true;
            case BigInteger big:
                number = ToDouble(big);
                return true;
            default:
                var isLong = TryLong(value, out var small);
                number = small;
                return isLong;
        }
    }

    /// <summary>Rounds half to even, as Python's <c>float(int)</c>.</summary>
    public static double ToDouble(BigInteger number)
    {
        var result = Ratio(BigInteger.Abs(number), BigInteger.One);
        if (double.IsInfinity(result))
            throw PyErrors.Overflow("int too large to convert to float");
        return number.Sign < 0 ? -result : result;
    }

    /// <summary>The correctly rounded quotient of two positive integers (or 0 above); infinity where it is out of range.</summary>
    public static double Ratio(BigInteger numerator, BigInteger denominator)
    {
        if (numerator.IsZero)
            return 0;
        const int extraBits = 2;
        var exponent = (int)(numerator.GetBitLength() - denominator.GetBitLength()) - SignificandBits - extraBits;
        exponent = Math.Max(exponent, -1074 - extraBits);
        var quotient = exponent >= 0
            ? BigInteger.DivRem(numerator, denominator << exponent, out var remainder)
            : BigInteger.DivRem(numerator << -exponent, denominator, out remainder);
        var bits = (ulong)quotient | (remainder.IsZero ? 0UL : 1UL);
        var drop = Math.Max(0, Math.Max(64 - BitOperations.LeadingZeroCount(bits) - SignificandBits, -1074 - exponent));
        return exponent + drop > 1023 ? double.PositiveInfinity : Math.ScaleB(RoundHalfEven(bits, drop), exponent + drop);
    }

    private static ulong RoundHalfEven(ulong bits, int drop)
    {
        if (drop == 0)
            return bits;
        var kept = bits >> drop;
        var rest = bits & ((1UL << drop) - 1);
        var half = 1UL << (drop - 1);
        return rest > half || (rest == half && (kept & 1) == 1) ? kept + 1 : kept;
    }

    /// <summary>Compares two numbers exactly, whatever their types; the order is null if one of them is nan.</summary>
    /// <returns>False if one of the two is not a number.</returns>
    public static bool TryCompare(object? left, object? right, out int? order)
    {
        order = null;
        if (left is long a && right is long b)
        {
            order = a.CompareTo(b);
            return true;
        }

        if (!IsNumber(left) || !IsNumber(right))
            return false;
        order = (left, right) switch
        {
            (double x, double y) => double.IsNaN(x) || double.IsNaN(y) ? null : x.CompareTo(y),
            (double x, _) => -CompareExact(right, x),
            (_, double y) => CompareExact(left, y),
            _ => CompareIntegers(left, right),
        };
        return true;
    }

    private static int CompareIntegers(object? left, object? right)
    {
        if (TryLong(left, out var a) && TryLong(right, out var b))
            return a.CompareTo(b);
        TryInteger(left, out var x);
        TryInteger(right, out var y);
        return x.CompareTo(y);
    }

    private static int? CompareExact(object? integer, double number)
    {
        if (double.IsNaN(number))
            return null;
        if (double.IsInfinity(number))
            return number > 0 ? -1 : 1;
        var floor = Math.Floor(number);
        var whole = TryLong(integer, out var small) && floor is >= -TwoTo63 and < TwoTo63
            ? small.CompareTo((long)floor)
            : CompareIntegers(integer, new BigInteger(floor));
        return whole == 0 && floor < number ? -1 : whole;
    }
}
