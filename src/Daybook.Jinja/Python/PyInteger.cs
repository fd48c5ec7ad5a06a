using System.Numerics;

namespace Daybook.Jinja.Python;

/// <summary>Arithmetic on integers where Python's rules differ from .NET's: division rounds down, the remainder has the divisor's sign.</summary>
internal static class PyInteger
{
    /// <summary>Integers up to here are exact as floats.</summary>
    private const long ExactBound = 1L << 53;

    /// <remarks>The divisor must be positive.</remarks>
    public static long FloorDivide(long dividend, long divisor)
    {
        var quotient = dividend / divisor;
        return dividend < 0 && quotient * divisor != dividend ? quotient - 1 : quotient;
    }

    public static BigInteger FloorDivide(BigInteger dividend, BigInteger divisor)
    {
        if (divisor.IsZero)
            throw PyErrors.ZeroDivision("integer division or modulo by zero");
        var quotient = BigInteger.DivRem(dividend, divisor, out var remainder);
        return !remainder.IsZero && remainder.Sign != divisor.Sign ? quotient - 1 : quotient;
    }

    public static BigInteger Modulo(BigInteger dividend, BigInteger divisor)
    {
        if (divisor.IsZero)
            throw PyErrors.ZeroDivision("integer modulo by zero");
        var remainder = BigInteger.Remainder(dividend, divisor);
        return !remainder.IsZero && remainder.Sign != divisor.Sign ? remainder + divisor : remainder;
    }

    public static double TrueDivide(BigInteger dividend, BigInteger divisor)
    {
        if (divisor.IsZero)
            throw PyErrors.ZeroDivision("division by zero");
        if (BigInteger.Abs(dividend) <= ExactBound && BigInteger.Abs(divisor) <= ExactBound)
            return (double)(long)dividend / (long)divisor;
        var magnitude = PyNumber.Ratio(BigInteger.Abs(dividend), BigInteger.Abs(divisor));
        if (double.IsInfinity(magnitude))
            throw PyErrors.Overflow("integer division result too large for a float");
        return dividend.Sign < 0 != divisor.Sign < 0 ? -magnitude : magnitude;
    }

    /// <remarks>The exponent must not be negative.</remarks>
    public static BigInteger Power(BigInteger number, BigInteger exponent, PyLimits limits)
    {
        if (number.IsZero || number.IsOne || exponent.IsZero)
            return exponent.IsZero ? BigInteger.One : number;
        if (number == BigInteger.MinusOne)
            return exponent.IsEven ? BigInteger.One : number;
        var bits = (BigInteger.Abs(number).GetBitLength() - 1) * exponent;
        limits.CheckBits(bits > long.MaxValue ? long.MaxValue : (long)bits);
        return BigInteger.Pow(number, (int)exponent);
    }
}
