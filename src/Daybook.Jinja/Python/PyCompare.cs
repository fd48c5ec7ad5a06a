using System.Runtime.CompilerServices;

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
            (PyList p, PyList q) => ItemsEqual(p.Items.Count, q.Items.Count, i => (p.Items[i], q.Items[i])),
            (PyTuple p, PyTuple q) => ItemsEqual(p.Items.Length, q.Items.Length, i => (p.Items[i], q.Items[i])),
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
            return ItemsOrder(p.Items.Count, q.Items.Count, i => (p.Items[i], q.Items[i]), ordering);
        if (left is PyTuple s && right is PyTuple t)
            return ItemsOrder(s.Items.Length, t.Items.Length, i => (s.Items[i], t.Items[i]), ordering);
        if (PyNumbers.TryOperate(Symbol(ordering), left, right, out var result))
            return PyTruth.IsTrue(result);
        throw PyErrors.Type(
            $"'{Symbol(ordering)}' not supported between instances of '{PyType.NameOf(left)}' and '{PyType.NameOf(right)}'");
    }

    private static bool ItemsEqual(int leftCount, int rightCount, Func<int, (object?, object?)> pair)
    {
        if (leftCount != rightCount)
            return false;
        CheckDepth();
        for (var i = 0; i < leftCount; i++)
        {
            var (left, right) = pair(i);
            if (!AreSame(left, right))
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
            if (!right.Entries.TryGetValue(key, out var other) || !AreSame(value, other))
                return false;
        }

        return true;
    }

    private static bool ItemsOrder(int leftCount, int rightCount, Func<int, (object?, object?)> pair, PyOrdering ordering)
    {
        CheckDepth();
        for (var i = 0; i < Math.Min(leftCount, rightCount); i++)
        {
            var (left, right) = pair(i);
            if (!AreSame(left, right))
                return Order(left, right, ordering);
        }

        return Holds(leftCount.CompareTo(rightCount), ordering);
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
