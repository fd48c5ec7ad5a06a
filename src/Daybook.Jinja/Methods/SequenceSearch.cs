using Daybook.Jinja.Python;

namespace Daybook.Jinja.Methods;

/// <summary><c>index</c> of lists and tuples.</summary>
internal static class SequenceSearch
{
    /// <param name="items">What is searched.</param>
    /// <param name="given">The wanted item, and optionally the bounds.</param>
    /// <param name="missing">The message if it is not there.</param>
    public static object Index(IReadOnlyList<object?> items, object?[] given, Func<object?, string> missing)
    {
        var end = Bound(given, 2, items.Count, items.Count);
        for (var i = Bound(given, 1, 0, items.Count); i < end; i++)
        {
            if (PyCompare.AreSame(items[i], given[0]))
                return PyBox.Of((long)i);
        }

        throw PyErrors.Value(missing(given[0]));
    }

    private static int Bound(object?[] given, int index, int absent, int count)
    {
        if (index >= given.Length)
            return absent;
        if (!PyNumber.TryInteger(given[index], out var bound))
            throw PyErrors.Type("slice indices must be integers or have an __index__ method");
        if (bound.Sign < 0)
            bound += count;
        return bound.Sign < 0 ? 0 : bound > count ? count : (int)bound;
    }
}
