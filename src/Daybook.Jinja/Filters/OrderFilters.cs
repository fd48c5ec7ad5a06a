using System.Runtime.InteropServices;
using Daybook.Jinja.Methods;
using Daybook.Jinja.Python;

namespace Daybook.Jinja.Filters;

/// <summary>Filters that compare the items of a sequence.</summary>
internal static class OrderFilters
{
    public static void AddTo(FunctionTable table) => table
        .Add("dictsort", Signature.Of("do_dictsort", ["value"], ("case_sensitive", false), ("by", "key"), ("reverse", false)), DictSort)
        .Add("groupby", Signature.Of("sync_do_groupby", ["value", "attribute"], ("default", null), ("case_sensitive", false)).AfterContext(), GroupBy)
        .Add("max", Extreme("do_max"), static (state, given) => Best(state, given, PyCompare.Greater))
        .Add("min", Extreme("do_min"), static (state, given) => Best(state, given, PyCompare.Less))
        .Add("sort", Sorted, Sort);

    private static Signature Sorted { get; } = Signature.Of(
        "do_sort", ["value"], ("reverse", false), ("case_sensitive", false), ("attribute", null)).AfterContext();

    private static Signature Extreme(string name) => Signature.Of(name, ["value"], ("case_sensitive", false), ("attribute", null)).AfterContext();

    private static object? DictSort(RenderState state, object?[] given)
    {
        var byKey = Given.TextOrNull(given[2]) switch
        {
            "key" => true,
            "value" => false,
            _ => throw PyErrors.FilterArgument("You can only sort by either \"key\" or \"value\""),
        };
        var dict = given[0] as PyDict ?? throw PyErrors.NoAttribute(given[0], "items");
        var ignoresCase = !PyTruth.IsTrue(given[1]);
        var entries = PyContainer.ToList(new PyDictView(dict, PyDictViewKind.Items), state.ValueLimits);
        return new PyList([.. PySort.Sort(entries, Key, PyTruth.IsTrue(given[3]))]);

        object? Key(object? entry)
        {
            state.Step();
            var key = ((PyTuple)entry!).Items[byKey ? 0 : 1];
            return ignoresCase ? AttributePath.IgnoreCase(key) : key;
        }
    }

    /// <summary>Sorts by one attribute, by several (<c>'a,b'</c>), or by the items themselves.</summary>
    private static object? Sort(RenderState state, object?[] given)
    {
        var ignoresCase = !PyTruth.IsTrue(given[2]);
        object?[] attributes = Given.TextOrNull(given[3]) is { } names ? names.Split(',') : [given[3]];
        var paths = Array.ConvertAll(attributes, attribute => new AttributePath(state, attribute, ignoresCase));
        var items = PyContainer.ToList(given[0], state.ValueLimits);
        return new PyList([.. PySort.Sort(items, Key, PyTruth.IsTrue(given[1]))]);

        object Key(object? item)
        {
            state.Step();
            return new PyTuple(ImmutableCollectionsMarshal.AsImmutableArray(Array.ConvertAll(paths, path => path.Of(item))));
        }
    }

    private static object? Best(RenderState state, object?[] given, Func<object?, object?, bool> isBetter)
    {
        var items = PyContainer.GetIterator(given[0]);
        if (!items.MoveNext())
            return state.UndefinedBecause("No aggregated item, sequence was empty.");
        var path = new AttributePath(state, given[2], !PyTruth.IsTrue(given[1]));
        var best = items.Current;
        var bestKey = path.Of(best);
        while (items.MoveNext())
        {
            state.Step();
            var key = path.Of(items.Current);
            if (isBetter(key, bestKey))
                (best, bestKey) = (items.Current, key);
        }

        return best;
    }

    /// <summary>Groups as named tuples (grouper, list), sorted by the attribute; without case, the first item's value names the group.</summary>
    private static object? GroupBy(RenderState state, object?[] given)
    {
        var ignoresCase = !PyTruth.IsTrue(given[3]);
        var key = new AttributePath(state, given[1], ignoresCase, given[2]);
        var name = new AttributePath(state, given[1], false, given[2]);
        var groups = new List<object?>();
        List<object?> members = [];
        object? current = null;
        foreach (var item in PySort.Sort(PyContainer.ToList(given[0], state.ValueLimits), key.Of, reverse: false))
        {
            state.Step();
            var itemKey = key.Of(item);
            if (groups.Count == 0 || !PyCompare.AreSame(itemKey, current))
            {
                members = [];
                current = itemKey;
                groups.Add(new PyTuple([ignoresCase ? name.Of(item) : itemKey, new PyList(members)]) { FieldNames = ["grouper", "list"] });
            }

            members.Add(item);
        }

        return new PyList(groups);
    }
}
