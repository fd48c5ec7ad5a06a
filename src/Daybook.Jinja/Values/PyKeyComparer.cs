using System.Numerics;

namespace Daybook.Jinja;

/// <summary>Python's equality and hash for dict keys: numbers by value whatever their type, text by content, tuples by items.</summary>
internal sealed class PyKeyComparer : IEqualityComparer<object?>
{
    public static readonly PyKeyComparer Instance = new();

    public new bool Equals(object? x, object? y)
    {
        if (x is string left && y is string right)
            return left == right;
        if (ReferenceEquals(x, y))
            return true;
        if (x is PyTuple a && y is PyTuple b)
            return a.Items.AsEnumerable().SequenceEqual(b.Items, this);
        return Normalize(x) is { } p && Normalize(y) is { } q && p.Equals(q);
    }

    public int GetHashCode(object? obj)
    {
        if (obj is string text)
            return text.GetHashCode(StringComparison.Ordinal);
        if (obj is PyTuple tuple)
        {
            var hash = new HashCode();
            foreach (var item in tuple.Items)
                hash.Add(GetHashCode(item));
            return hash.ToHashCode();
        }

        return Normalize(obj)?.GetHashCode() ?? 0;
    }

    private static object? Normalize(object? value) => value switch
    {
        bool flag => flag ? 1L : 0L,
        double number when number == Math.Floor(number) && Math.Abs(number) < 9e18 => (long)number,
        double number when double.IsFinite(number) && number == Math.Floor(number) => new BigInteger(number),
        BigInteger big when big >= long.MinValue && big <= long.MaxValue => (long)big,
        Markup markup => markup.Text,
        _ => value,
    };
}
