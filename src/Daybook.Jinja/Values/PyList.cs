namespace Daybook.Jinja;

/// <summary>A Python list: an ordered sequence of template values.</summary>
public sealed class PyList(List<object?> items)
{
    public PyList()
        : this([])
    {
    }

    public List<object?> Items { get; } = items;

    /// <summary>Whether templates may not change it: data passed in is shared by renders.</summary>
    public bool IsFrozen { get; init; }
}
