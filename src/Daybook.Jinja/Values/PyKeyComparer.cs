using System.Numerics;
using Daybook.Jinja.Python;

namespace Daybook.Jinja;

/// <summary>Python's equality and hash for dict keys: numbers by value whatever their type, text by content, tuples by items.</summary>
/// <exception cref="PyException">A list or a dict is asked for its hash.</exception>
internal sealed class PyKeyComparer : IEqualityComparer<object?>
{
    public static readonly PyKeyComparer Instance = new();

    public new bool Equals(object? x, object? y)
    {
        if (x is string left && y is string right)
            return string.Equals(left, right, StringComparison.Ordinal);
        return ReferenceEquals(x, y) || (!IsNone(x) && !IsNone(y) && PyCompare.AreEqual(x, y));
    }

    public int GetHashCode(object? obj) => obj switch
    {
        string text => text.GetHashCode(StringComparison.Ordinal),
        long number => number.GetHashCode(),
        bool flag => (flag ? 1L : 0L).GetHashCode(),
        double number => HashOf(number),
        BigInteger number => number.GetHashCode(),
        Markup markup => markup.Text.GetHashCode(StringComparison.Ordinal),
        PyTuple tuple => HashOf(tuple),
        PyObject other => other.Hash(),
        PyList or PyDict => throw PyErrors.Type($"unhashable type: '{PyType.NameOf(obj)}'"),
        _ => 0,
    };

    /// <exception cref="PyException">The value cannot be a key.</exception>
    public static void RequireHashable(object? value) => _ = Instance.GetHashCode(value);

    private static bool IsNone(object? key) => ReferenceEquals(key, PyDict.NoneKey);

    private static int HashOf(double number)
    {
        if (!double.IsFinite(number) || number != Math.Floor(number))
            return number.GetHashCode();
        return number is >= long.MinValue and < 9223372036854775808.0 ? ((long)number).GetHashCode() : new BigInteger(number).GetHashCode();
    }

    private int HashOf(PyTuple tuple)
    {
        var hash = new HashCode();
        foreach (var item in tuple.Items)
        {
            WorkMeter.Count();
            hash.Add(GetHashCode(item));
        }

        return hash.ToHashCode();
    }
}
