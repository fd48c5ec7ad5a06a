using Daybook.Jinja.Python;

namespace Daybook.Jinja.Filters;

/// <summary>Filters that apply a filter or a test to every item, one by one as the items are asked for.</summary>
internal static class SelectionFilters
{
    public static void AddTo(FunctionTable table) => table
        .Add("map", static (state, arguments) => Generator("sync_do_map", arguments, rest => Map(state, arguments, rest)))
        .Add("reject", static (state, arguments) => Generator("sync_do_reject", arguments, rest => Select(state, arguments[0], rest, false, false)))
        .Add("rejectattr", static (state, arguments)
            => Generator("sync_do_rejectattr", arguments, rest => Select(state, arguments[0], rest, true, false)))
        .Add("select", static (state, arguments) => Generator("sync_do_select", arguments, rest => Select(state, arguments[0], rest, false, true)))
        .Add("selectattr", static (state, arguments)
            => Generator("sync_do_selectattr", arguments, rest => Select(state, arguments[0], rest, true, true)));

    private static PyIterator Generator(string function, in Arguments arguments, Func<Arguments, IEnumerator<object?>> make)
        => arguments.Count == 0
            ? throw PyErrors.Type($"{function}() missing 1 required positional argument: 'value'")
            : new PyIterator("generator", make(arguments.Skip(1)));

    private static IEnumerator<object?> Map(RenderState state, Arguments all, Arguments rest)
    {
        if (!PyTruth.IsTrue(all[0]))
            yield break;
        var map = Mapping(state, rest);
        foreach (var item in PyContainer.Iterate(all[0]))
        {
            state.Step();
            yield return map(item);
        }
    }

    private static Func<object?, object?> Mapping(RenderState state, Arguments rest)
    {
        if (rest.Count > 0)
        {
            var (name, arguments) = (rest[0], rest.Skip(1));
            return item => state.ApplyFilter(name, item, arguments);
        }

        if (!rest.TryGetKeyword("attribute", out var attribute))
            throw PyErrors.FilterArgument("map requires a filter argument");
        rest.TryGetKeyword("default", out var @default);
        if (Array.Find(rest.KeywordNames, static name => name is not ("attribute" or "default")) is { } unexpected)
            throw PyErrors.FilterArgument($"Unexpected keyword argument {PyText.Repr(unexpected)}");
        return new AttributePath(state, attribute, @default: @default).Of;
    }

    private static IEnumerator<object?> Select(RenderState state, object? value, Arguments rest, bool byAttribute, bool wanted)
    {
        if (!PyTruth.IsTrue(value))
            yield break;
        if (byAttribute && rest.Count == 0)
            throw PyErrors.FilterArgument("Missing parameter for attribute name");
        var path = new AttributePath(state, byAttribute ? rest[0] : null);
        var test = byAttribute ? rest.Skip(1) : rest;
        var arguments = test.Skip(1);
        foreach (var item in PyContainer.Iterate(value))
        {
            state.Step();
            var tested = path.Of(item);
            if ((test.Count > 0 ? state.ApplyTest(test[0], tested, arguments) : PyTruth.IsTrue(tested)) == wanted)
                yield return item;
        }
    }
}
