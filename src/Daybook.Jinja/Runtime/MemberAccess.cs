using System.Collections.Frozen;
using Daybook.Jinja.Python;

namespace Daybook.Jinja;

/// <summary>Jinja2's rules for <c>value.name</c> and <c>value[key]</c>, with what its sandbox refuses.</summary>
internal static class MemberAccess
{
    /// <summary>What every Python object has, an undefined value too.</summary>
    private static readonly FrozenSet<string> ObjectAttributes = FrozenSet.Create(
        StringComparer.Ordinal, "__class__", "__doc__", "__init__", "__module__", "__dict__", "__eq__", "__ne__", "__hash__", "__str__", "__repr__", "__new__",
        "__getattr__", "__getattribute__", "__setattr__", "__delattr__", "__getitem__", "__call__", "__len__", "__iter__", "__bool__", "__format__",
        "__reduce__", "__reduce_ex__", "__sizeof__", "__dir__", "__init_subclass__", "__subclasshook__", "__add__", "__lt__", "__gt__", "__le__", "__ge__");

    public static object? GetAttribute(RenderState state, object? target, string name)
    {
        if (target is Undefined undefined && !ObjectAttributes.Contains(name))
            return undefined.Member();
        if (IsUnsafe(name))
            return Unsafe(state, target, name);
        if (TryAttribute(target, name, out var value) || PyContainer.TryGetItem(target, name, out value))
            return value;
        return state.UndefinedMember(target, name);
    }

    public static object? GetItem(RenderState state, object? target, object? key)
    {
        if (PyContainer.TryGetItem(target, key, out var value))
            return value;
        if ((key as string ?? (key as Markup)?.Text) is not { } name)
            return state.UndefinedMember(target, key);
        if (IsUnsafe(name))
            return Unsafe(state, target, name);
        return TryAttribute(target, name, out value) ? value : state.UndefinedMember(target, key);
    }

    /// <summary>The attribute, and never an item: what the filter <c>attr</c> gives.</summary>
    public static object? GetOnlyAttribute(RenderState state, object? target, object? name)
    {
        var text = (name as string ?? (name as Markup)?.Text)
            ?? throw PyErrors.Type($"attribute name must be string, not '{PyType.NameOf(name)}'");
        if (IsUnsafe(text))
            return Unsafe(state, target, text);
        if (target is Undefined && text.StartsWith("__", StringComparison.Ordinal))
            return state.UndefinedMember(target, text);
        return TryAttribute(target, text, out var value) ? value : state.UndefinedMember(target, text);
    }

    private static bool TryAttribute(object? target, string name, out object? value)
    {
        if (target is Undefined undefined)
            return undefined.TryGetAttribute(name, out value);
        value = null;
        if (name.StartsWith('_'))
            return false;
        if (target is PyObject other)
            return other.TryGetAttribute(name, out value);
        if (!PyMethods.TryGet(target, name, out var method))
            return PyMethods.TryGetAttribute(target, name, out value);
        value = new BoundMethod(target, name, method);
        return true;
    }

    /// <summary>Python's own attributes; on data with such a key only the item is reachable.</summary>
    private static bool IsUnsafe(string name) => name.StartsWith("__", StringComparison.Ordinal);

    private static Undefined Unsafe(RenderState state, object? target, string name) => new(
        state.Environment.UndefinedKind,
        $"access to attribute {PyText.Repr(name)} of '{PyType.NameOf(target)}' object is unsafe.",
        target,
        name,
        PyErrorKind.SecurityError);
}
