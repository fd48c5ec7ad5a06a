namespace Daybook.Jinja;

/// <summary>Jinja's rules for <c>value.name</c> and <c>value[key]</c>.</summary>
internal static class MemberAccess
{
    public static object? GetAttribute(RenderState state, object? target, string name)
    {
        if (target is PyDict dict && dict.TryGet(name, out var value))
            return value;
        if (target is PyObject other && other.TryGetAttribute(name, out value))
            return value;
        return state.UndefinedMember(target, name);
    }

    public static object? GetItem(RenderState state, object? target, object? key)
    {
        if (target is PyDict dict && dict.TryGet(key, out var value))
            return value;
        if (target is PyObject other && other.TryGetItem(key, out value))
            return value;
        return state.UndefinedMember(target, key);
    }
}
