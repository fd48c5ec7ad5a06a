using System.Collections.Immutable;

namespace Daybook.Jinja;

/// <summary>A Python tuple: a fixed sequence of template values.</summary>
public sealed class PyTuple(ImmutableArray<object?> items)
{
    public ImmutableArray<object?> Items { get; } = items;

    /// <summary>The attribute names of the items of a named tuple; empty for a plain tuple.</summary>
    internal ImmutableArray<string> FieldNames { get; init; } = [];
}
