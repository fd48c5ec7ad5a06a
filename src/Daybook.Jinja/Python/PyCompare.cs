using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Daybook.Jinja.Python;

/// <summary>Python's <c>==</c>, <c>&lt;</c>, <c>&lt;=</c>, <c>&gt;</c> and <c>&gt;=</c>.</summary>
internal static class PyCompare
{
    public static bool Less(object? left, object? right) => Order(left, right, PyOrdering.Less);

    public static bool LessOrEqual(object? left, object? right) => Order(left, right, PyOrdering.LessOrEqual);

    public static bool Greater(object? left, object? right) => Order(left, right, PyOrdering.Greater);

    public static bool GreaterOrEqual(object? left, object? right) => Order(left, right, PyOrdering.GreaterOrEqual);

    /// <summary>Identity or equality, which is what Python's containers ask for.</summary>
    public static bool AreSame(object? left, object? right) => ReferenceEquals(left, right) || AreEqual(left, right);

    public static bool AreEqual(object? left, object? right)
    {
        if (left is string a && right is string b)
            return string.Equals(a, b, StringComparison.Ordinal);
        if (left is long x && right is long y)
            return x == y;
        if (left is PyObject first)
            return first.IsEqualTo(right);
        if (right is PyObject second)
            return second.IsEqualTo(left);
        if (PyNumber.TryCompare(left, right, out var order))
            return order == 0;
        if (TextOf(left) is { } leftText)
            return TextOf(right) is { } rightText && string.Equals(leftText, rightText, StringComparison.Ordinal);
        return (left, right) switch
        {
            (null, null) => true,
            (PyList p, PyList q) => ItemsEqual(CollectionsMarshal.AsSpan(p.Items), CollectionsMarshal.AsSpan(q.Items)),
            (PyTuple p, PyTuple q) => ItemsEqual(p.Items.AsSpan(), q.Items.AsSpan()),
            (PyDict p, PyDict q) => DictsEqual(p, q),
            _ => false,
        };
    }

    private static bool Order(object? left, object? right, PyOrdering ordering)
    {
        if (PyNumber.TryCompare(left, right, out var order))
            return Holds(order, ordering);
        if (TextOf(left) is { } leftText && TextOf(right) is { } rightText)
            return Holds(CodePoints.Compare(leftText, rightText), ordering);
        if (left is PyList p && right is PyList q)
            return ItemsOrder(CollectionsMarshal.AsSpan(p.Items), CollectionsMarshal.AsSpan(q.Items), ordering);
        if (left is PyTuple s && right is PyTuple t)
            return ItemsOrder(s.Items.AsSpan(), t.Items.AsSpan(), ordering);
        if (PyNumbers.TryOperate(Symbol(ordering), left, right, out var result))
            return PyTruth.IsTrue(result);
        throw PyErrors.Type(
            $"'{Symbol(ordering)}' not supported between instances of '{PyType.NameOf(left)}' and '{PyType.NameOf(right)}'");
    }

    private static bool ItemsEqual(ReadOnlySpan<object?> left, ReadOnlySpan<object?> right)
    {
        if (left.Length != right.Length)
            return false;
        CheckDepth();
        for (var i = 0; i < left.Length; i++)
        {
            WorkMeter.Count();
            if (!AreSame(left[i], right[i]))
                return false;
        }

        return true;
    }

    private static bool DictsEqual(PyDict left, PyDict right)
    {
        if (left.Count != right.Count)
            return false;
        CheckDepth();
        foreach (var (key, value) in left.Entries)
        {
            WorkMeter.Count();
            if (!right.Entries.TryGetValue(key, out var other) || !AreSame(value, other))
                return false;
        }

        return true;
    }

    private static bool ItemsOrder(ReadOnlySpan<object?> left, ReadOnlySpan<object?> right, PyOrdering ordering)
    {
        CheckDepth();
        for (var i = 0; i < Math.Min(left.Length, right.Length); i++)
        {
            WorkMeter.Count();
            if (!AreSame(left[i], right[i]))
                return Order(left[i], right[i], ordering);
        }

        return Holds(left.Length.CompareTo(right.Length), ordering);
    }

    // No order: one of the two is nan.
    private static bool Holds(int? order, PyOrdering ordering) => ordering switch
    {
        PyOrdering.Less => order < 0,
        PyOrdering.LessOrEqual => order <= 0,
        PyOrdering.Greater => order > 0,
        PyOrdering.GreaterOrEqual => order >= 0,
        _ => throw new ArgumentOutOfRangeException(nameof(ordering)),
    };

    private static string Symbol(PyOrdering ordering) => ordering switch
    {
        PyOrdering.Less => "<",
        PyOrdering.LessOrEqual => "<=",
        PyOrdering.Greater => ">",
        PyOrdering.GreaterOrEqual => ">=",
        _ => throw new ArgumentOutOfRangeException(nameof(ordering)),
    };

    private static string? TextOf(object? value) => value switch
    {
        string text => text,
        Markup markup => markup.Text,
        _ => null,
    };

    private static void CheckDepth()
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw PyErrors.Recursion("in comparison");
    }
}
