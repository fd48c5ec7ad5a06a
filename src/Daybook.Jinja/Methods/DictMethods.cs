using System.Collections.Frozen;
using Daybook.Jinja.Python;

namespace Daybook.Jinja.Methods;

/// <summary>The methods of <c>dict</c>. Those that change it are refused on data that was passed to the template.</summary>
internal static class DictMethods
{
    public static FrozenDictionary<string, MethodBody> All { get; } = new MethodTable("dict")
        .None("clear", static (_, self) => Clear(Changeable(self)))
        .None("copy", static (_, self) => DictContents.Copy(Self(self)))
        .Positional("fromkeys", 1, 2, static (state, _, given) => FromKeys(state, given[0], Given.At(given, 1)))
        .Positional("get", 1, 2, static (_, self, given) => Self(self).TryGet(given[0], out var value) ? value : Given.At(given, 1))
        .None("items", static (_, self) => new PyDictView(Self(self), PyDictViewKind.Items))
        .None("keys", static (_, self) => new PyDictView(Self(self), PyDictViewKind.Keys))
        .Positional("pop", 1, 2, static (_, self, given) => Pop(Changeable(self), given))
        .None("popitem", static (_, self) => PopItem(Changeable(self)))
        .Positional("setdefault", 1, 2, static (state, self, given) => SetDefault(state, Changeable(self), given[0], Given.At(given, 1)))
        .Raw("update", static (state, self, arguments) => Update(state, Changeable(self), arguments))
        .None("values", static (_, self) => new PyDictView(Self(self), PyDictViewKind.Values))
        .Build();

    private static PyDict Self(object? self) => (PyDict)self!;

    private static PyDict Changeable(object? self)
        => Self(self) is { IsFrozen: false } dict ? dict : throw new PyException(
            PyErrorKind.SecurityError, "this dict was passed to the template, which cannot change it; make a copy with .copy()");

    private static object? Clear(PyDict self)
    {
        self.Entries.Clear();
        return null;
    }

    private static PyDict FromKeys(RenderState state, object? keys, object? value)
    {
        var dict = new PyDict();
        foreach (var key in PyContainer.Iterate(keys))
        {
            state.Step();
            dict[key] = value;
            state.ValueLimits.CheckItems(dict.Count);
        }

        return dict;
    }

    private static object? Pop(PyDict self, object?[] given)
    {
        if (!self.TryGet(given[0], out var value))
            return given.Length > 1 ? given[1] : throw PyErrors.Key(given[0]);
        self.Remove(given[0]);
        return value;
    }

    private static PyTuple PopItem(PyDict self)
    {
        if (self.Count == 0)
            throw PyErrors.Key("popitem(): dictionary is empty");
        var (key, value) = self.At(self.Count - 1);
        self.Remove(key);
        return new PyTuple([key, value]);
    }

    private static object? SetDefault(RenderState state, PyDict self, object? key, object? value)
    {
        if (self.TryGet(key, out var present))
            return present;
        state.ValueLimits.CheckItems((long)self.Count + 1);
        self[key] = value;
        return value;
    }

    private static object? Update(RenderState state, PyDict self, in Arguments arguments)
    {
        DictContents.Fill(self, arguments, "update", state.ValueLimits);
        return null;
    }
}
