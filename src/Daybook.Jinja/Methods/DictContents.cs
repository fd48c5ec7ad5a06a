using Daybook.Jinja.Python;

namespace Daybook.Jinja.Methods;

/// <summary>Fills dicts as <c>dict(...)</c> and <c>update</c> do: from another dict or from pairs, and from keyword arguments.</summary>
internal static class DictContents
{
    public static PyDict Copy(PyDict source)
    {
        var copy = new PyDict();
        foreach (var (key, value) in source.Entries)
            copy.Entries.Add(key, value);
        return copy;
    }

    /// <param name="target">What is filled.</param>
    /// <param name="arguments">At most one mapping or sequence of pairs, and keywords.</param>
    /// <param name="function">The function's name, for messages.</param>
    /// <param name="limits">How large it may become.</param>
    public static void Fill(PyDict target, in Arguments arguments, string function, PyLimits limits)
    {
        if (arguments.Count > 1)
            throw PyErrors.Type($"{function} expected at most 1 argument, got {arguments.Count}");
        if (arguments.Count == 1)
            FillFrom(target, arguments[0], limits);
        for (var i = 0; i < arguments.KeywordCount; i++)
            target[arguments.KeywordNames[i]] = arguments.KeywordValues[i];
        limits.CheckItems(target.Count);
    }

    private static void FillFrom(PyDict target, object? source, PyLimits limits)
    {
        if (source is Undefined undefined)
            throw undefined.Error();
        if (source is PyDict dict)
        {
            foreach (var (key, value) in dict.Entries.ToArray())
                target.Entries[key] = value;
            return;
        }

        var index = 0;
        foreach (var element in PyContainer.Iterate(source))
        {
            var pair = Pair(element, index++);
            target[pair[0]] = pair[1];
            limits.CheckItems(target.Count);
        }
    }

    private static List<object?> Pair(object? element, int index)
    {
        if (!PyContainer.TryGetIterator(element, out _))
            throw PyErrors.Type($"cannot convert dictionary update sequence element #{index} to a sequence");
        var pair = PyContainer.ToList(element);
        return pair.Count == 2 ? pair : throw PyErrors.Value(
            $"dictionary update sequence element #{index} has length {pair.Count}; 2 is required");
    }
}
