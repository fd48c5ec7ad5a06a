namespace Daybook.Jinja.Python;

/// <summary>Makes the exceptions that several operations raise with the same words.</summary>
internal static class PyErrors
{
    public static PyException Type(string message) => new(PyErrorKind.TypeError, message);

    public static PyException Value(string message) => new(PyErrorKind.ValueError, message);

    public static PyException Index(string message) => new(PyErrorKind.IndexError, message);

    public static PyException Key(object? key) => new(PyErrorKind.KeyError, PyText.Repr(key));

    public static PyException Overflow(string message) => new(PyErrorKind.OverflowError, message);

    public static PyException ZeroDivision(string message) => new(PyErrorKind.ZeroDivisionError, message);

    public static PyException FilterArgument(string message) => new(PyErrorKind.FilterArgumentError, message);

    public static PyException Recursion(string where) => new(PyErrorKind.RecursionError, $"maximum recursion depth exceeded {where}");

    public static PyException Assertion(string message) => new(PyErrorKind.AssertionError, message);

    /// <summary>The value lacks an attribute that a filter's implementation asks for.</summary>
    public static PyException NoAttribute(object? value, string name) => value is Undefined undefined
        ? undefined.Error()
        : new(PyErrorKind.AttributeError, $"'{PyType.NameOf(value)}' object has no attribute '{name}'");

    public static PyException Limit(string message) => new(PyErrorKind.LimitError, message);

    public static PyException Operands(string symbol, object? left, object? right)
        => Type($"unsupported operand type(s) for {symbol}: '{PyType.NameOf(left)}' and '{PyType.NameOf(right)}'");

    public static PyException NotIterable(object? value) => Type($"'{PyType.NameOf(value)}' object is not iterable");

    public static PyException NotAnInteger(object? value)
        => Type($"'{PyType.NameOf(value)}' object cannot be interpreted as an integer");
}
