using Daybook.Jinja.Python;

namespace Daybook.Jinja.Globals;

/// <summary>Python's <c>dict()</c>.</summary>
internal static class DictFunction
{
    /// <summary><c>dict(mapping or pairs, name=value, ...)</c></summary>
    public static object Make(RenderState state, Arguments arguments)
    {
        var made = new PyDict();
        Fill(made, arguments);
        state.ReserveFor(made);
        return made;
    }

    /// <summary><c>dict.fromkeys(keys, value)</c></summary>
    public static object FromKeys(RenderState state, Arguments arguments)
    {
        if (arguments.Count is 0 or > 2 || arguments.KeywordCount > 0)
            throw PyErrors.Type($"fromkeys expected 1 to 2 arguments, got {arguments.Count}");
        var made = new PyDict();
        foreach (var key in PyContainer.Iterate(arguments[0]))
        {
            state.Step();
            made[key] = arguments.Count == 2 ? arguments[1] : null;
        }

        return made;
    }

    public static void Fill(PyDict dict, in Arguments arguments)
    {
        if (arguments.Count > 1)
            throw PyErrors.Type($"dict expected at most 1 argument, got {arguments.Count}");
        if (arguments.Count == 1)
            Fill(dict, arguments[0]);
        for (var index = 0; index < arguments.KeywordCount; index++)
            dict[arguments.KeywordNames[index]] = arguments.KeywordValues[index];
    }

    private static void Fill(PyDict dict, object? source)
    {
        if (source is Undefined undefined)
            throw undefined.Error();
        if (source is PyDict other)
        {
            for (var index = 0; index < other.Count; index++)
                dict[other.At(index).Key] = other.At(index).Value;
            return;
        }

        var position = 0;
        foreach (var item in PyContainer.Iterate(source))
        {
            if (!PyContainer.TryGetIterator(item, out _))
                throw PyErrors.Type($"cannot convert dictionary update sequence element #{position} to a sequence");
            var pair = PyContainer.ToList(item);
            if (pair.Count != 2)
                throw PyErrors.Value($"dictionary update sequence element #{position} has length {pair.Count}; 2 is required");
            dict[pair[0]] = pair[1];
            position++;
        }
    }
}
