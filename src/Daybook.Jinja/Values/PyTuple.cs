using System.Collections.Immutable;

namespace Daybook.Jinja;

/// <summary>A Python tuple: a fixed sequence of template values.</summary>
public sealed class PyTuple(ImmutableArray<object?> items)
{
    public ImmutableArray<object?> Items { get; } = items;
}
