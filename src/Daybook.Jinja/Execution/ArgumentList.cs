using Daybook.Jinja.Python;

namespace Daybook.Jinja.Execution;

/// <summary>The arguments of a call, not yet evaluated.</summary>
internal sealed class ArgumentList(Expression[] positional, string[] names, Expression[] keywords, Expression? star, Expression? doubleStar)
{
    public Arguments Evaluate(Frame frame)
    {
        if (positional.Length == 0 && names.Length == 0 && star is null && doubleStar is null)
            return default;
        return Evaluate(frame, new object?[positional.Length], 0);
    }

    /// <summary>The arguments with a value in front: what a filter or test is applied to.</summary>
    public Arguments Evaluate(Frame frame, object? first)
    {
        var values = new object?[positional.Length + 1];
        values[0] = first;
        return Evaluate(frame, values, 1);
    }

    private Arguments Evaluate(Frame frame, object?[] values, int start)
    {
        for (var index = 0; index < positional.Length; index++)
            values[start + index] = positional[index].Evaluate(frame);
        if (names.Length == 0 && star is null && doubleStar is null)
            return new Arguments(values);
        var keywordValues = new object?[names.Length];
        for (var index = 0; index < names.Length; index++)
            keywordValues[index] = keywords[index].Evaluate(frame);
        if (star is not null)
            values = [.. values, .. Spread(frame, star.Evaluate(frame))];
        var arguments = new Arguments(values, names, keywordValues);
        return doubleStar is null ? arguments : Spread(arguments, doubleStar.Evaluate(frame));
    }

    private static IEnumerable<object?> Spread(Frame frame, object? value)
    {
        if (!PyContainer.TryGetIterator(value, out var items))
            throw PyErrors.Type($"argument after * must be an iterable, not {PyType.NameOf(value)}");
        while (items.MoveNext())
        {
            frame.State.Step();
            yield return items.Current;
        }
    }

    private static Arguments Spread(Arguments arguments, object? value)
    {
        if (value is Undefined undefined)
            throw undefined.Error();
        if (value is not PyDict dict)
            throw PyErrors.Type($"argument after ** must be a mapping, not {PyType.NameOf(value)}");
        foreach (var (key, item) in dict.Keys.Zip(dict.Values))
        {
            if (key is not string name)
                throw PyErrors.Type("keywords must be strings");
            if (arguments.TryGetKeyword(name, out _))
                throw PyErrors.Type($"got multiple values for keyword argument '{name}'");
            arguments = arguments.WithKeyword(name, item);
        }

        return arguments;
    }
}
