namespace Daybook.Jinja;

/// <summary>A Python dict: keeps the order in which keys were first set; keys compare as in Python (<c>1 == 1.0 == True</c>).</summary>
/// <remarks>A key is any hashable template value; the key None is held as <see cref="NoneKey"/>.</remarks>
public sealed class PyDict
{
    /// <summary>Stands for the key None, which .NET dictionaries do not accept.</summary>
    internal static readonly object NoneKey = new();

    internal OrderedDictionary<object, object?> Entries { get; } = new(PyKeyComparer.Instance);

    public int Count => Entries.Count;

    /// <summary>Whether templates may not change it: data passed in is shared by renders.</summary>
    public bool IsFrozen { get; init; }

    public object? this[object? key]
    {
        get => Entries[key ?? NoneKey];
        set => Entries[key ?? NoneKey] = value;
    }

    public bool TryGet(object? key, out object? value) => Entries.TryGetValue(key ?? NoneKey, out value);

    /// <summary>Finds a text key, looking first where it was found in another dict: rows of a table hold their keys in the same order.</summary>
    /// <param name="place">Where to look first; set to where the key was found.</param>
    internal bool TryGet(string key, ref int place, out object? value)
    {
        var entries = Entries;
        if ((uint)place < (uint)entries.Count)
        {
            var entry = entries.GetAt(place);
            if (entry.Key is string known && known == key)
            {
                value = entry.Value;
                return true;
            }
        }

        var index = entries.IndexOf(key);
        value = index < 0 ? null : entries.GetAt(index).Value;
        if (index >= 0)
            place = index;
        return index >= 0;
    }

    public bool Remove(object? key) => Entries.Remove(key ?? NoneKey);

    /// <summary>The keys in order, None as null.</summary>
    public IEnumerable<object?> Keys => Entries.Keys.Select(FromKey);

    public IEnumerable<object?> Values => Entries.Values;

    /// <summary>The entry at a place in the order, the key None as null.</summary>
    internal KeyValuePair<object?, object?> At(int index)
    {
        var entry = Entries.GetAt(index);
        return new(FromKey(entry.Key), entry.Value);
    }

    private static object? FromKey(object key) => ReferenceEquals(key, NoneKey) ? null : key;
}
