using System.Collections.Frozen;
using Daybook.Jinja.Python;

namespace Daybook.Jinja.Methods;

/// <summary>The methods of <c>list</c>. Those that change it are refused on data that was passed to the template.</summary>
internal static class ListMethods
{
    public static FrozenDictionary<string, MethodBody> All { get; } = new MethodTable("list")
        .One("append", static (state, self, item) => Extend(state, Changeable(self), [item]))
        .None("clear", static (_, self) => Done(Changeable(self).Items.Clear))
        .None("copy", static (_, self) => new PyList([.. Self(self).Items]))
        .One("count", static (_, self, item) => PyBox.Of((long)Self(self).Items.Count(candidate => PyCompare.AreSame(candidate, item))))
        .One("extend", static (state, self, items) => Extend(state, Changeable(self), PyContainer.ToList(items, state.ValueLimits)))
        .Positional("index", 1, 3, static (_, self, given)
            => SequenceSearch.Index(Self(self).Items, given, item => $"{PyText.Repr(item)} is not in list"))
        .Positional("insert", 2, 2, static (state, self, given) => Insert(state, Changeable(self).Items, Given.Integer(given[0]), given[1]))
        .Positional("pop", 0, 1, static (_, self, given) => Pop(Changeable(self).Items, Given.Integer(given, 0, -1)))
        .One("remove", static (_, self, item) => Remove(Changeable(self).Items, item))
        .None("reverse", static (_, self) => Done(Changeable(self).Items.Reverse))
        .KeywordsOnly("sort", ["key", "reverse"], static (state, self, given) => Sort(state, Changeable(self), given))
        .Build();

    private static PyList Self(object? self) => (PyList)self!;

    private static PyList Changeable(object? self)
        => Self(self) is { IsFrozen: false } list ? list : throw new PyException(
            PyErrorKind.SecurityError, "this list was passed to the template, which cannot change it; make a copy with the filter 'list'");

    private static object? Done(Action action)
    {
        action();
        return null;
    }

    private static object? Extend(RenderState state, PyList self, List<object?> items)
    {
        state.ValueLimits.CheckItems((long)self.Items.Count + items.Count);
        self.Items.AddRange(items);
        return null;
    }

    private static object? Insert(RenderState state, List<object?> items, long index, object? item)
    {
        state.ValueLimits.CheckItems((long)items.Count + 1);
        if (index < 0)
            index += items.Count;
        items.Insert((int)Math.Clamp(index, 0, items.Count), item);
        return null;
    }

    private static object? Pop(List<object?> items, long index)
    {
        if (items.Count == 0)
            throw PyErrors.Index("pop from empty list");
        if (index < 0)
            index += items.Count;
        if (index < 0 || index >= items.Count)
            throw PyErrors.Index("pop index out of range");
        var item = items[(int)index];
        items.RemoveAt((int)index);
        return item;
    }

    private static object? Remove(List<object?> items, object? item)
    {
        var index = items.FindIndex(candidate => PyCompare.AreSame(candidate, item));
        if (index < 0)
            throw PyErrors.Value("list.remove(x): x not in list");
        items.RemoveAt(index);
        return null;
    }

    private static object? Sort(RenderState state, PyList self, object?[] given)
    {
        var key = Given.At(given, 0);
        var reverse = Given.Integer(given, 1, 0) != 0;
        var sorted = PySort.Sort(self.Items, key is null ? null : item => state.Call(key, new Arguments(item)), reverse);
        self.Items.Clear();
        self.Items.AddRange(sorted);
        return null;
    }
}
