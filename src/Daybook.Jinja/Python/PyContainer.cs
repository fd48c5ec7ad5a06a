using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace Daybook.Jinja.Python;

/// <summary>What Python's <c>len</c>, <c>iter</c>, <c>in</c> and <c>[]</c> do with a value.</summary>
internal static class PyContainer
{
    /// <summary><c>len(value)</c>.</summary>
    public static long Length(object? value)
        => TryLength(value, out var length) ? length : throw PyErrors.Type($"object of type '{PyType.NameOf(value)}' has no len()");

    public static bool TryLength(object? value, out long length)
    {
        switch (value)
        {
            case string text:
                length = CodePoints.Count(text);
                return true;
            case PyList list:
                length = list.Items.Count;
                return true;
            case PyDict dict:
                length = dict.Count;
                return true;
            case PyTuple tuple:
                length = tuple.Items.Length;
                return true;
            case Markup markup:
                length = CodePoints.Count(markup.Text);
                return true;
            case PyObject other:
                return other.TryGetLength(out length);
            default:
                length = 0;
                return false;
        }
    }

    /// <summary><c>iter(value)</c>. Sees changes made to a list meanwhile; a dict that changes size fails.</summary>
    public static IEnumerator<object?> GetIterator(object? value)
        => TryGetIterator(value, out var iterator) ? iterator : throw PyErrors.NotIterable(value);

    public static bool TryGetIterator(object? value, [NotNullWhen(true)] out IEnumerator<object?>? iterator)
    {
        iterator = value switch
        {
            PyList list => PyIterators.Over(list),
            PyTuple tuple => tuple.Items.AsEnumerable().GetEnumerator(),
            PyDict dict => PyIterators.OverKeys(dict),
            string text => CodePoints.Enumerate(text),
            Markup markup => CodePoints.Enumerate(markup.Text),
            PyObject other => other.GetIterator(),
            _ => null,
        };
        return iterator is not null;
    }

    /// <summary>As <see cref="GetIterator"/>, for <c>foreach</c>; enumerable once.</summary>
    public static IEnumerable<object?> Iterate(object? value)
    {
        var iterator = GetIterator(value);
        return PyIterators.Once(iterator);
    }

    /// <summary><c>reversed(value)</c>.</summary>
    public static IEnumerator<object?> GetReversed(object? value)
        => TryGetReversed(value, out var iterator) ? iterator : throw PyErrors.Type($"'{PyType.NameOf(value)}' object is not reversible");

    public static bool TryGetReversed(object? value, [NotNullWhen(true)] out IEnumerator<object?>? iterator)
    {
        iterator = value switch
        {
            PyList or PyTuple or string or Markup => PyIterators.Backwards(value, Length(value)),
            PyDict dict => new PyDictView(dict, PyDictViewKind.Keys).GetReversed(),
            PyObject other when other.GetReversed() is { } own => own,
            PyObject { IsSubscriptable: true } other when other.TryGetLength(out var length) => PyIterators.Backwards(other, length),
            _ => null,
        };
        return iterator is not null;
    }

    /// <summary><c>list(value)</c> as a new list.</summary>
    public static List<object?> ToList(object? value, PyLimits? limits = null)
    {
        switch (value)
        {
            case PyList list:
                return [.. list.Items];
            case PyTuple tuple:
                return [.. tuple.Items];
            default:
                var result = new List<object?>();
                foreach (var item in Iterate(value))
                {
                    WorkMeter.Count();
                    result.Add(item);
                    (limits ?? PyLimits.Default).CheckItems(result.Count);
                }

                return result;
        }
    }

    /// <summary><c>item in container</c>.</summary>
    public static bool Contains(object? container, object? item)
    {
        switch (container)
        {
            case PyList list:
                WorkMeter.Count(list.Items.Count);
                return list.Items.Exists(candidate => PyCompare.AreSame(candidate, item));
            case PyTuple tuple:
                WorkMeter.Count(tuple.Items.Length);
                return tuple.Items.Any(candidate => PyCompare.AreSame(candidate, item));
            case PyDict dict:
                return dict.TryGet(item, out _);
            case string text:
                return text.Contains(Needle(item), StringComparison.Ordinal);
            case Markup markup:
                return markup.Text.Contains(Needle(item), StringComparison.Ordinal);
            case PyObject other when other.Contains(item) is { } answer:
                return answer;
            default:
                return TryGetIterator(container, out var iterator)
                    ? PyIterators.Once(iterator).Any(candidate => PyCompare.AreSame(candidate, item))
                    : throw PyErrors.Type($"argument of type '{PyType.NameOf(container)}' is not iterable");
        }
    }

    /// <summary><c>container[key]</c>; false where Python raises TypeError, KeyError or IndexError, which templates take for "undefined".</summary>
    public static bool TryGetItem(object? container, object? key, out object? value)
    {
        switch (container)
        {
            case PyDict dict when key is not (PyList or PyDict):
                return dict.TryGet(key, out value);
            case PyObject other:
                return other.TryGetItem(key, out value);
            case PyList list when TryIndex(key, list.Items.Count, out var index):
                value = list.Items[index];
                return true;
            case PyTuple tuple when TryIndex(key, tuple.Items.Length, out var index):
                value = tuple.Items[index];
                return true;
            case string text when TryIndex(key, CodePoints.Count(text), out var index):
                value = CodePoints.TextAt(text, CodePoints.UnitIndex(text, index), out _);
                return true;
            case Markup markup when TryIndex(key, CodePoints.Count(markup.Text), out var index):
                value = markup.With(CodePoints.TextAt(markup.Text, CodePoints.UnitIndex(markup.Text, index), out _));
                return true;
            default:
                value = null;
                return false;
        }
    }

    /// <summary><c>container[key]</c>, failing as Python does.</summary>
    public static object? GetItem(object? container, object? key)
        => TryGetItem(container, key, out var value) ? value : throw ItemError(container, key);

    /// <summary><c>container[start:stop:step]</c>.</summary>
    public static object? Slice(object? container, object? start, object? stop, object? step) => container switch
    {
        string text => SliceText(text, start, stop, step),
        Markup markup => markup.With(SliceText(markup.Text, start, stop, step)),
        PyList list => new PyList([.. SliceItems(list.Items, PySlice.Of(start, stop, step, list.Items.Count))]),
        PyTuple tuple => new PyTuple([.. SliceItems(tuple.Items, PySlice.Of(start, stop, step, tuple.Items.Length))]),
        PyDict => throw PyErrors.Type("unhashable type: 'slice'"),
        PyObject other => other.Slice(start, stop, step),
        _ => throw PyErrors.Type($"'{PyType.NameOf(container)}' object is not subscriptable"),
    };

    private static bool TryIndex(object? key, int count, out int index)
    {
        index = 0;
        if (!PyNumber.TryLong(key, out var number))
            return false;
        if (number < 0)
            number += count;
        if (number < 0 || number >= count)
            return false;
        index = (int)number;
        return true;
    }

    private static string SliceText(string text, object? start, object? stop, object? step)
    {
        if (!CodePoints.AreUnits(text))
        {
            var codePoints = CodePoints.ToArray(text);
            return CodePoints.ToText(SliceItems(codePoints, PySlice.Of(start, stop, step, codePoints.Length)));
        }

        var slice = PySlice.Of(start, stop, step, text.Length);
        return slice.Step == 1
            ? text.Substring(slice.Start, slice.Count)
            : string.Create(slice.Count, (text, slice), static (span, source) =>
            {
                for (var i = 0; i < span.Length; i++)
                    span[i] = source.text[source.slice.Start + (i * source.slice.Step)];
            });
    }

    private static IEnumerable<T> SliceItems<T>(IReadOnlyList<T> items, PySlice slice)
    {
        for (var i = 0; i < slice.Count; i++)
            yield return items[(int)(slice.Start + ((long)i * slice.Step))];
    }

    private static string Needle(object? item) => item switch
    {
        string text => text,
        Markup markup => markup.Text,
        _ => throw PyErrors.Type($"'in <string>' requires string as left operand, not {PyType.NameOf(item)}"),
    };

    private static PyException ItemError(object? container, object? key)
    {
        var name = PyType.NameOf(container);
        var isInteger = PyNumber.TryInteger(key, out _);
        return container switch
        {
            PyDict when key is PyList or PyDict => PyErrors.Type($"unhashable type: '{PyType.NameOf(key)}'"),
            PyDict => PyErrors.Key(key),
            string or Markup or PyList or PyTuple or PyObject { IsSubscriptable: true } when key is BigInteger
                => PyErrors.Index("cannot fit 'int' into an index-sized integer"),
            string or Markup when isInteger => PyErrors.Index("string index out of range"),
            // markupsafe wraps the key of markup before Python refuses it.
            Markup when key is string => PyErrors.Type("string indices must be integers, not 'Markup'"),
            string or Markup => PyErrors.Type($"string indices must be integers, not '{PyType.NameOf(key)}'"),
            PyList or PyTuple or PyObject { IsSubscriptable: true } when isInteger => PyErrors.Index($"{name} index out of range"),
            PyList or PyTuple or PyObject { IsSubscriptable: true }
                => PyErrors.Type($"{name} indices must be integers or slices, not {PyType.NameOf(key)}"),
            _ => PyErrors.Type($"'{name}' object is not subscriptable"),
        };
    }
}
