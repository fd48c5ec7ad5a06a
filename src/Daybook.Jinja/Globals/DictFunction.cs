using Daybook.Jinja.Methods;

namespace Daybook.Jinja.Globals;

/// <summary>Python's <c>dict</c>.</summary>
internal static class DictFunction
{
    /// <summary><c>dict(mapping or pairs, name=value, ...)</c></summary>
    public static object Make(RenderState state, Arguments arguments)
    {
        var made = new PyDict();
        DictContents.Fill(made, arguments, "dict", state.ValueLimits);
        state.ReserveFor(made);
        return made;
    }

    /// <summary><c>dict.fromkeys(keys, value)</c></summary>
    public static object? FromKeys(RenderState state, Arguments arguments) => DictMethods.All["fromkeys"](state, new PyDict(), arguments);
}
