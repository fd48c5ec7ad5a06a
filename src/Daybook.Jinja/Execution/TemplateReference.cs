namespace Daybook.Jinja.Execution;

/// <summary>The <c>self</c> of a template: its blocks by name.</summary>
internal sealed class TemplateReference(TemplateContext context, RenderState state) : PyObject
{
    internal override string TypeName => "TemplateReference";

    internal override string ModuleName => "jinja2.runtime.";

    internal override bool IsSubscriptable => true;

    internal override string Repr() => $"<TemplateReference {Python.PyText.Repr(context.Name)}>";

    internal override bool TryGetItem(object? key, out object? value)
    {
        var isKnown = key is string name && context.Blocks.ContainsKey(name);
        value = isKnown ? BlockReference.Of((string)key!, context, state, 0) : null;
        return isKnown;
    }

    internal override bool TryGetAttribute(string name, out object? value) => TryGetItem(name, out value);
}
