using Daybook.Jinja.Methods;
using Daybook.Jinja.Python;

namespace Daybook.Jinja.Globals;

/// <summary>What <c>namespace()</c> makes: attributes that <c>{% set ns.name = value %}</c> changes from any scope.</summary>
internal sealed class NamespaceValue : PyObject
{
    private readonly PyDict _attributes = new();

    internal override string TypeName => "Namespace";

    internal override string ModuleName => "jinja2.utils.";

    public object? this[string name]
    {
        set => _attributes[name] = value;
    }

    /// <summary><c>namespace(dict, name=value, ...)</c></summary>
    public static object Make(RenderState state, Arguments arguments)
    {
        var made = new NamespaceValue();
        DictContents.Fill(made._attributes, arguments, "dict", state.ValueLimits);
        return made;
    }

    internal override string Repr() => $"<Namespace {PyText.Repr(_attributes)}>";

    internal override bool TryGetAttribute(string name, out object? value) => _attributes.TryGet(name, out value);
}
