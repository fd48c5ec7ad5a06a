using System.Numerics;

namespace Daybook.Jinja.Python;

/// <summary>Python's arithmetic operators, on numbers and on whatever else defines them (text, lists, <c>%</c>-format).</summary>
internal static class PyNumbers
{
    public static object? Add(object? left, object? right, PyLimits? limits = null)
    {
        if (left is long a && right is long b)
        {
            var sum = unchecked(a + b);
            return ((a ^ sum) & (b ^ sum)) >= 0 ? PyBox.Of(sum) : (BigInteger)a + b;
        }

        if (left is double x && right is double y)
            return x + y;
        if (PyNumber.IsNumber(left) && PyNumber.IsNumber(right))
            return Arithmetic(left, right, BigInteger.Add, static (p, q) => p + q, limits);
        return PySequence.TryAdd(left, right, limits ?? PyLimits.Default, out var result) ? result : Other("+", left, right);
    }

    public static object? Subtract(object? left, object? right, PyLimits? limits = null)
    {
        if (left is long a && right is long b)
        {
            var difference = unchecked(a - b);
            return ((a ^ b) & (a ^ difference)) >= 0 ? PyBox.Of(difference) : (BigInteger)a - b;
        }

        if (left is double x && right is double y)
            return x - y;
        return PyNumber.IsNumber(left) && PyNumber.IsNumber(right)
            ? Arithmetic(left, right, BigInteger.Subtract, static (p, q) => p - q, limits)
            : Other("-", left, right);
    }

    public static object? Multiply(object? left, object? right, PyLimits? limits = null)
    {
        if (left is long a && right is long b)
        {
            var high = Math.BigMul(a, b, out var low);
            return high == low >> 63 ? PyBox.Of(low) : (BigInteger)a * b;
        }

        if (left is double x && right is double y)
            return x * y;
        if (PyNumber.IsNumber(left) && PyNumber.IsNumber(right))
            return Arithmetic(left, right, BigInteger.Multiply, static (p, q) => p * q, limits);
        return PySequence.TryRepeat(left, right, limits ?? PyLimits.Default, out var result) ? result : Other("*", left, right);
    }

    public static object? TrueDivide(object? left, object? right)
    {
        if (PyNumber.TryInteger(left, out var a) && PyNumber.TryInteger(right, out var b))
            return PyInteger.TrueDivide(a, b);
        return AreFloats(left, right, out var x, out var y) ? PyFloat.Divide(x, y) : Other("/", left, right);
    }

    public static object? FloorDivide(object? left, object? right)
    {
        if (PyNumber.TryLong(left, out var p) && PyNumber.TryLong(right, out var q) && q > 0)
            return PyBox.Of(PyInteger.FloorDivide(p, q));
        if (PyNumber.TryInteger(left, out var a) && PyNumber.TryInteger(right, out var b))
            return PyBox.Of(PyInteger.FloorDivide(a, b));
        return AreFloats(left, right, out var x, out var y) ? PyFloat.FloorDivide(x, y) : Other("//", left, right);
    }

    public static object? Modulo(object? left, object? right, PyLimits? limits = null)
    {
        if (PyNumber.TryLong(left, out var p) && PyNumber.TryLong(right, out var q) && q > 0)
            return PyBox.Of(p - (PyInteger.FloorDivide(p, q) * q));
        if (PyNumber.TryInteger(left, out var a) && PyNumber.TryInteger(right, out var b))
            return PyBox.Of(PyInteger.Modulo(a, b));
        if (AreFloats(left, right, out var x, out var y))
            return PyFloat.Modulo(x, y);
        return left switch
        {
            string format => PyPercentFormat.Format(format, right, limits ?? PyLimits.Default),
            Markup format => PyPercentFormat.FormatMarkup(format, right, limits ?? PyLimits.Default),
            _ => Other("%", left, right),
        };
    }

    public static object? Power(object? left, object? right, PyLimits? limits = null)
    {
        if (PyNumber.TryInteger(left, out var a) && PyNumber.TryInteger(right, out var b) && b.Sign >= 0)
            return PyBox.Of(PyInteger.Power(a, b, limits ?? PyLimits.Default));
        return AreFloats(left, right, out var x, out var y) ? PyFloat.Power(x, y) : Other("** or pow()", left, right);
    }

    public static object? Negate(object? value) => value switch
    {
        long number and not long.MinValue => PyBox.Of(-number),
        double number => -number,
        _ when PyNumber.TryInteger(value, out var number) => PyBox.Of(-number),
        _ => OtherUnary("-", value),
    };

    public static object? Positive(object? value) => value switch
    {
        long or double or BigInteger => value,
        bool flag => PyBox.Of(flag ? 1L : 0L),
        _ => OtherUnary("+", value),
    };

    /// <summary><c>abs(value)</c>.</summary>
    public static object? Absolute(object? value) => value switch
    {
        long number and not long.MinValue => PyBox.Of(Math.Abs(number)),
        double number => Math.Abs(number),
        _ when PyNumber.TryInteger(value, out var number) => PyBox.Of(BigInteger.Abs(number)),
        _ => throw PyErrors.Type($"bad operand type for abs(): '{PyType.NameOf(value)}'"),
    };

    /// <summary>Lets an operand with behaviour of its own answer, the left one first.</summary>
    public static bool TryOperate(string symbol, object? left, object? right, out object? result)
    {
        result = null;
        return (left is PyObject first && first.TryOperate(symbol, left, right, out result))
            || (right is PyObject second && second.TryOperate(symbol, left, right, out result));
    }

    private static object? Other(string symbol, object? left, object? right)
        => TryOperate(symbol, left, right, out var result) ? result : throw PyErrors.Operands(symbol, left, right);

    private static object? OtherUnary(string symbol, object? value)
        => value is PyObject other && other.TryOperate(symbol, value, null, out var result)
            ? result
            : throw PyErrors.Type($"bad operand type for unary {symbol}: '{PyType.NameOf(value)}'");

    private static bool AreFloats(object? left, object? right, out double x, out double y)
    {
        y = 0;
        x = 0;
        return PyNumber.IsNumber(left) && PyNumber.IsNumber(right) && PyNumber.TryDouble(left, out x) && PyNumber.TryDouble(right, out y);
    }

    private static object Arithmetic(
        object? left, object? right, Func<BigInteger, BigInteger, BigInteger> exact, Func<double, double, double> rounded, PyLimits? limits)
    {
        if (!PyNumber.TryInteger(left, out var a) || !PyNumber.TryInteger(right, out var b))
            return AreFloats(left, right, out var x, out var y) ? rounded(x, y) : throw new ArgumentException("Both operands must be numbers.");
        var result = exact(a, b);
        (limits ?? PyLimits.Default).CheckBits(result.GetBitLength());
        return PyBox.Of(result);
    }
}
