using Daybook.Jinja.Python;

namespace Daybook.Jinja;

/// <summary>What <c>dict.items()</c>, <c>dict.keys()</c> and <c>dict.values()</c> give: a live view of the dict.</summary>
internal sealed class PyDictView(PyDict dict, PyDictViewKind kind) : PyObject
{
    public PyDict Dict => dict;

    public PyDictViewKind Kind => kind;

    internal override string TypeName => kind switch
    {
        PyDictViewKind.Items => "dict_items",
        PyDictViewKind.Keys => "dict_keys",
        PyDictViewKind.Values => "dict_values",
        _ => throw new InvalidOperationException($"unknown kind {kind}"),
    };

    internal override string Repr() => $"{TypeName}({PyText.Repr(new PyList(PyContainer.ToList(this)))})";

    internal override bool TryGetLength(out long length)
    {
        length = dict.Count;
        return true;
    }

    internal override IEnumerator<object?> GetIterator() => PyIterators.OverEntries(dict, Select);

    internal override IEnumerator<object?> GetReversed()
        => Enumerable.Range(0, dict.Count).Reverse().Select(index => Select(dict.At(index))).ToList().GetEnumerator();

    internal override bool? Contains(object? item) => kind switch
    {
        PyDictViewKind.Keys => dict.TryGet(item, out _),
        PyDictViewKind.Items => item is PyTuple { Items: [var key, var value] } && dict.TryGet(key, out var held) && PyCompare.AreSame(held, value),
        _ => null,
    };

    internal override bool IsEqualTo(object? other) => ReferenceEquals(this, other)
        || (kind != PyDictViewKind.Values && other is PyDictView view && view.Kind == kind && view.Dict.Count == dict.Count
            && PyIterators.Once(view.GetIterator()).All(item => Contains(item) == true));

    private object? Select(KeyValuePair<object?, object?> entry) => kind switch
    {
        PyDictViewKind.Items => new PyTuple([entry.Key, entry.Value]),
        PyDictViewKind.Keys => entry.Key,
        _ => entry.Value,
    };
}
