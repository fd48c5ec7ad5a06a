namespace Daybook.Jinja;

/// <summary>A template value with behaviour of its own (undefined, range, generator, macro, dict view, …) beside the plain data types.</summary>
/// <remarks>Each member stands for one Python protocol; what a type does not override fails as Python does for an object without it.</remarks>
public abstract class PyObject
{
    private protected PyObject()
    {
    }

    /// <summary>The name Python's error messages give the type, such as <c>range</c>.</summary>
    internal abstract string TypeName { get; }

    /// <summary>The module that defines the type, with a dot after it; empty for a type of Python itself.</summary>
    internal virtual string ModuleName => "";

    /// <summary><c>str(value)</c>.</summary>
    internal virtual string Str() => Repr();

    /// <summary><c>repr(value)</c>.</summary>
    internal virtual string Repr() => $"<{TypeName} object>";

    /// <summary><c>format(value, spec)</c> for a spec that is not empty.</summary>
    internal virtual string FormatWith(string spec)
        => throw Python.PyErrors.Type($"unsupported format string passed to {TypeName}.__format__");

    /// <summary><c>bool(value)</c>.</summary>
    internal virtual bool IsTrue() => !TryGetLength(out var length) || length != 0;

    /// <summary><c>len(value)</c>; false if the type has no length.</summary>
    internal virtual bool TryGetLength(out long length)
    {
        length = 0;
        return false;
    }

    /// <summary><c>iter(value)</c>; null if the type is not iterable. A one-shot iterator gives the same enumerator each time.</summary>
    internal virtual IEnumerator<object?>? GetIterator() => null;

    /// <summary><c>reversed(value)</c> where the type has a way of its own; null if it has not.</summary>
    internal virtual IEnumerator<object?>? GetReversed() => null;

    /// <summary><c>value[key]</c>; false for a missing key or an index out of range.</summary>
    internal virtual bool TryGetItem(object? key, out object? value)
    {
        value = null;
        return false;
    }

    /// <summary>Whether <c>value[key]</c> is defined for the type at all (a sequence or a mapping).</summary>
    internal virtual bool IsSubscriptable => false;

    /// <summary><c>value[start:stop:step]</c>.</summary>
    internal virtual object? Slice(object? start, object? stop, object? step)
        => throw Python.PyErrors.Type($"'{TypeName}' object is not subscriptable");

    /// <summary><c>item in value</c>; null if the type leaves it to iteration.</summary>
    internal virtual bool? Contains(object? item) => null;

    /// <summary><c>value.name</c>, without the methods of the built-in types.</summary>
    internal virtual bool TryGetAttribute(string name, out object? value)
    {
        value = null;
        return false;
    }

    /// <summary><c>value == other</c>.</summary>
    internal virtual bool IsEqualTo(object? other) => ReferenceEquals(this, other);

    /// <summary><c>hash(value)</c>.</summary>
    internal virtual int Hash() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

    /// <summary>Called when an arithmetic operator (as Python's message spells it) or an ordering meets this value on either side.</summary>
    /// <returns>False if the type does not take part, so that the ordinary TypeError is raised.</returns>
    internal virtual bool TryOperate(string symbol, object? left, object? right, out object? result)
    {
        result = null;
        return false;
    }
}
