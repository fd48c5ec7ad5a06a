namespace Daybook.Jinja.Python;

/// <summary>Iterators over the plain containers.</summary>
internal static class PyIterators
{
    /// <summary>By index, so that items appended meanwhile are seen.</summary>
    public static IEnumerator<object?> Over(PyList list)
    {
        for (var i = 0; i < list.Items.Count; i++)
            yield return list.Items[i];
    }

    public static IEnumerator<object?> OverKeys(PyDict dict) => OverEntries(dict, static entry => entry.Key);

    public static IEnumerator<object?> OverEntries(PyDict dict, Func<KeyValuePair<object?, object?>, object?> select)
    {
        var count = dict.Count;
        for (var i = 0; i < count; i++)
        {
            yield return select(dict.At(i));
            if (dict.Count != count)
                throw new PyException(PyErrorKind.RuntimeError, "dictionary changed size during iteration");
        }
    }

    /// <summary>A sequence's items from the last to the first.</summary>
    public static IEnumerator<object?> Backwards(object? sequence, long length)
    {
        if (sequence is Markup markup)
            sequence = markup.Text;
        if (sequence is string text)
            sequence = new PyTuple([.. Once(CodePoints.Enumerate(text))]);
        for (var index = length - 1; index >= 0; index--)
        {
            if (PyContainer.TryGetItem(sequence, PyBox.Of(index), out var item))
                yield return item;
        }
    }

    /// <summary>The rest of an iterator, for <c>foreach</c>.</summary>
    public static IEnumerable<object?> Once(IEnumerator<object?> iterator)
    {
        while (iterator.MoveNext())
            yield return iterator.Current;
    }
}
