namespace Daybook.Jinja.Python;

/// <summary>Arithmetic on floats where Python's rules differ from .NET's.</summary>
internal static class PyFloat
{
    /// <summary>Rounding to fewer places makes every float zero.</summary>
    private const int SmallestPlaces = -309;

    public static double Divide(double dividend, double divisor)
        => divisor == 0 ? throw PyErrors.ZeroDivision("float division by zero") : dividend / divisor;

    public static double Modulo(double dividend, double divisor)
    {
        if (divisor == 0)
            throw PyErrors.ZeroDivision("float modulo");
        var remainder = dividend % divisor;
        if (remainder == 0)
            return Math.CopySign(0, divisor);
        return (divisor < 0) != (remainder < 0) ? remainder + divisor : remainder;
    }

    public static double FloorDivide(double dividend, double divisor)
    {
        if (divisor == 0)
            throw PyErrors.ZeroDivision("float floor division by zero");
        var remainder = dividend % divisor;
        var quotient = (dividend - remainder) / divisor;
        if (remainder != 0 && (divisor < 0) != (remainder < 0))
            quotient -= 1;
        if (quotient == 0)
            return Math.CopySign(0, dividend / divisor);
        var floor = Math.Floor(quotient);
        return quotient - floor > 0.5 ? floor + 1 : floor;
    }

    public static double Power(double number, double exponent)
    {
        if (number == 0 && exponent < 0 && double.IsFinite(exponent))
            throw PyErrors.ZeroDivision("0.0 cannot be raised to a negative power");
        if (double.IsFinite(number) && number < 0 && double.IsFinite(exponent) && exponent != Math.Floor(exponent))
            throw PyErrors.Value("a negative number raised to a fractional power is a complex number, which templates do not have");
        var result = Math.Pow(number, exponent);
        if (double.IsInfinity(result) && double.IsFinite(number) && double.IsFinite(exponent))
            throw PyErrors.Overflow("(34, 'Numerical result out of range')");
        return result;
    }

    /// <summary><c>round(number, digits)</c>: half to even on the exact binary value.</summary>
    public static double Round(double number, int digits)
    {
        if (!double.IsFinite(number))
            return number;
        if (digits < SmallestPlaces)
            return Math.CopySign(0, number);
        var result = ScaledInteger.Round(number, digits);
        return double.IsInfinity(result) ? throw PyErrors.Overflow("rounded value too large to represent") : result;
    }
}
