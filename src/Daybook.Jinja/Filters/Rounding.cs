using System.Numerics;
using Daybook.Jinja.Methods;
using Daybook.Jinja.Python;

namespace Daybook.Jinja.Filters;

/// <summary>Python's <c>round</c>, <c>math.ceil</c> and <c>math.floor</c>.</summary>
internal static class Rounding
{
    /// <summary>Half to even; integers stay integers, and so does a float rounded to no precision at all (None).</summary>
    public static object? Round(object? value, object? precision)
    {
        if (value is double number)
        {
            return precision is null
                ? PyBox.Of(PyConvert.Truncate(Math.Round(number, MidpointRounding.ToEven)))
                : PyFloat.Round(number, (int)Math.Clamp(Given.Integer(precision), int.MinValue, int.MaxValue));
        }

        if (!PyNumber.TryInteger(value, out var integer))
            throw PyErrors.Type($"type {PyType.NameOf(value)} doesn't define __round__ method");
        return precision is null || Given.Integer(precision) >= 0
            ? PyBox.Of(integer)
            : PyBox.Of(RoundTens(integer, -Given.Integer(precision)));
    }

    /// <summary>The next integer, up or down.</summary>
    public static object Whole(object? value, bool upward)
    {
        if (value is double number)
            return PyBox.Of(PyConvert.Truncate(upward ? Math.Ceiling(number) : Math.Floor(number)));
        return PyNumber.TryInteger(value, out var integer)
            ? PyBox.Of(integer)
            : throw PyErrors.Type($"must be real number, not {PyType.NameOf(value)}");
    }

    private static BigInteger RoundTens(BigInteger number, long zeros)
    {
        // One half of such a power is larger than any integer that the limits allow.
        if (zeros > PyLimits.Default.IntegerBits)
            return BigInteger.Zero;
        var unit = BigInteger.Pow(10, (int)zeros);
        var floor = PyInteger.FloorDivide(number, unit);
        var twice = (number - (floor * unit)) * 2;
        return (twice > unit || (twice == unit && !floor.IsEven) ? floor + 1 : floor) * unit;
    }
}
