using Daybook.Jinja.Python;

namespace Daybook.Jinja.Filters;

/// <summary>Python's unpacking of a value into two names.</summary>
internal static class Unpacking
{
    public static (object? First, object? Second) Pair(object? value)
    {
        if (!PyContainer.TryGetIterator(value, out var iterator))
            throw PyErrors.Type($"cannot unpack non-iterable {PyType.NameOf(value)} object");
        var items = PyIterators.Once(iterator).Take(3).ToList();
        return items.Count switch
        {
            2 => (items[0], items[1]),
            3 => throw PyErrors.Value("too many values to unpack (expected 2)"),
            _ => throw PyErrors.Value($"not enough values to unpack (expected 2, got {items.Count})"),
        };
    }
}
