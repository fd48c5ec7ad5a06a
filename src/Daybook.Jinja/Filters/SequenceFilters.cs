using Daybook.Jinja.Methods;
using Daybook.Jinja.Python;

namespace Daybook.Jinja.Filters;

/// <summary>Filters that take sequences apart and put them together.</summary>
internal static class SequenceFilters
{
    public static void AddTo(FunctionTable table) => table
        .Add("attr", Signature.Of("do_attr", ["obj", "name"]).AfterContext(), static (state, given) => MemberAccess.GetOnlyAttribute(state, given[0], given[1]))
        .Add("batch", Signature.Of("do_batch", ["value", "linecount"], ("fill_with", null)), static (state, given)
            => new PyIterator("generator", Batches(state, given[0], given[1], given[2])))
        .Add("default", Signature.Of("do_default", ["value"], ("default_value", ""), ("boolean", false)), static (_, given)
            => given[0] is Undefined || (PyTruth.IsTrue(given[2]) && !PyTruth.IsTrue(given[0])) ? given[1] : given[0])
        .Alias("d", "default")
        .Add("first", Signature.Of("sync_do_first", ["seq"]).AfterContext(), static (state, given)
            => PyContainer.GetIterator(given[0]) is var iterator && iterator.MoveNext()
                ? iterator.Current
                : state.UndefinedBecause("No first item, sequence was empty."))
        .Add("items", Signature.Of("do_items", ["value"]), static (_, given) => new PyIterator("generator", Items(given[0])))
        .Add("join", Signature.Of("sync_do_join", ["value"], ("d", ""), ("attribute", null)).AfterContext(), Join)
        .Add("last", Signature.Of("do_last", ["seq"]).AfterContext(), static (state, given)
            => PyContainer.GetReversed(given[0]) is var iterator && iterator.MoveNext()
                ? iterator.Current
                : state.UndefinedBecause("No last item, sequence was empty."))
        .AddBuiltin("length", "", "len", static (_, value) => PyBox.Of(PyContainer.Length(value)))
        .Alias("count", "length")
        .Add("list", Signature.Of("sync_do_list", ["value"]), static (state, given) => new PyList(PyContainer.ToList(given[0], state.ValueLimits)))
        .Add("random", Signature.Of("do_random", ["seq"]).AfterContext(), static (state, given) => Random(state, given[0]))
        .Add("reverse", Signature.Of("do_reverse", ["value"]), static (state, given) => Reverse(state, given[0]))
        .Add("slice", Signature.Of("sync_do_slice", ["value", "slices"], ("fill_with", null)), static (state, given)
            => new PyIterator("generator", Slices(state, given[0], given[1], given[2])))
        .Add("sum", Signature.Of("sync_do_sum", ["iterable"], ("attribute", null), ("start", 0L)).AfterContext(), Sum)
        .Add("unique", Signature.Of("do_unique", ["value"], ("case_sensitive", false), ("attribute", null)).AfterContext(), static (state, given)
            => new PyIterator("generator", Unique(state, given[0], new AttributePath(state, given[2], !PyTruth.IsTrue(given[1])))));

    private static IEnumerator<object?> Batches(RenderState state, object? value, object? size, object? fill)
    {
        var batch = new List<object?>();
        foreach (var item in PyContainer.Iterate(value))
        {
            state.Step();
            if (PyCompare.AreEqual(PyBox.Of((long)batch.Count), size))
            {
                yield return new PyList(batch);
                batch = [];
            }

            batch.Add(item);
        }

        if (batch.Count == 0)
            yield break;
        if (fill is not null && PyCompare.Less(PyBox.Of((long)batch.Count), size))
            batch.AddRange(Enumerable.Repeat(fill, Padding(state, size, batch.Count)));
        yield return new PyList(batch);
    }

    private static int Padding(RenderState state, object? size, int present)
    {
        var missing = Given.Integer(size) - present;
        state.Reserve(missing);
        state.ValueLimits.CheckItems(missing);
        return (int)missing;
    }

    private static IEnumerator<object?> Items(object? value)
    {
        if (value is Undefined)
            yield break;
        var dict = value as PyDict ?? throw PyErrors.Type("Can only get item pairs from a mapping.");
        foreach (var item in PyContainer.Iterate(new PyDictView(dict, PyDictViewKind.Items)))
            yield return item;
    }

    private static object? Join(RenderState state, object?[] given)
    {
        var items = PyContainer.ToList(given[0], state.ValueLimits);
        if (given[2] is not null)
            items = items.ConvertAll(new AttributePath(state, given[2]).Of);
        var separator = given[1];
        var hasMarkup = state.Autoescape && (MarkupFilters.IsMarkup(separator) || items.Exists(MarkupFilters.IsMarkup));
        if (!hasMarkup)
            return JoinMethod.Join(state, PyText.Str(separator), new PyList(items.ConvertAll(static item => (object?)PyText.Str(item))));
        return TextFilters.Method(
            state, state.Escape(separator), "join", new PyList(items.ConvertAll(static item => (object?)TextFilters.SoftText(item))));
    }

    private static object? Random(RenderState state, object? sequence)
    {
        var length = PyContainer.Length(sequence);
        return length == 0
            ? state.UndefinedBecause("No random item, sequence was empty.")
            : PyContainer.GetItem(sequence, PyBox.Of(state.Random.NextInt64(length)));
    }

    private static object? Reverse(RenderState state, object? value)
    {
        switch (value)
        {
            case string or Markup:
                return PyContainer.Slice(value, null, null, -1L);
            case not PyIterator when PyContainer.TryGetReversed(value, out var reversed):
                return new PyIterator(ReversedName(value), reversed);
            default:
                if (!PyContainer.TryGetIterator(value, out var iterator))
                    throw PyErrors.FilterArgument("argument must be iterable");
                var items = PyContainer.ToList(new PyIterator("iterator", iterator), state.ValueLimits);
                items.Reverse();
                return new PyList(items);
        }
    }

    private static string ReversedName(object? value) => value switch
    {
        PyList => "list_reverseiterator",
        PyDict or PyDictView { Kind: PyDictViewKind.Keys } => "dict_reversekeyiterator",
        PyDictView { Kind: PyDictViewKind.Items } => "dict_reverseitemiterator",
        PyDictView => "dict_reversevalueiterator",
        PyTuple or Undefined => "reversed",
        PyObject other => $"{other.TypeName}_iterator",
        _ => "reversed",
    };

    private static IEnumerator<object?> Slices(RenderState state, object? value, object? slices, object? fill)
    {
        var items = PyContainer.ToList(value, state.ValueLimits);
        var size = PyNumbers.FloorDivide(PyBox.Of((long)items.Count), slices) as long? ?? throw PyErrors.NotAnInteger(slices);
        var count = Given.Integer(slices);
        var larger = items.Count - (size * count);
        var start = 0;
        for (long slice = 0; slice < count; slice++)
        {
            state.Step();
            var length = (int)(slice < larger ? size + 1 : size);
            var part = items.GetRange(start, length);
            if (fill is not null && slice >= larger)
                part.Add(fill);
            start += length;
            yield return new PyList(part);
        }
    }

    private static object? Sum(RenderState state, object?[] given)
    {
        var total = given[2];
        if (total is string or Markup)
            throw PyErrors.Type("sum() can't sum strings [use ''.join(seq) instead]");
        var path = new AttributePath(state, given[1]);
        foreach (var item in PyContainer.Iterate(given[0]))
        {
            state.Step();
            total = PyNumbers.Add(total, path.Of(item), state.ValueLimits);
            state.ReserveFor(total);
        }

        return total;
    }

    private static IEnumerator<object?> Unique(RenderState state, object? value, AttributePath path)
    {
        var seen = new HashSet<object>(PyKeyComparer.Instance);
        foreach (var item in PyContainer.Iterate(value))
        {
            state.Step();
            if (seen.Add(path.Of(item) ?? PyDict.NoneKey))
                yield return item;
        }
    }
}
