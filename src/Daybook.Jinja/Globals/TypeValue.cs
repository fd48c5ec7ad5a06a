using System.Collections.Frozen;

namespace Daybook.Jinja.Globals;

/// <summary>A Python class that templates may call to make a value, such as <c>dict</c>.</summary>
/// <param name="name">With its module, as <c>jinja2.utils.Cycler</c>.</param>
/// <param name="members">What can be called on the class itself.</param>
internal sealed class TypeValue(string name, JinjaFunction make, FrozenDictionary<string, JinjaFunction>? members = null) : PyCallable
{
    internal override string TypeName => "type";

    internal override string Repr() => $"<class '{name}'>";

    internal override object? Call(RenderState state, Arguments arguments) => make(state, arguments);

    internal override bool TryGetAttribute(string attribute, out object? value)
    {
        var isKnown = members is not null && members.TryGetValue(attribute, out _);
        value = isKnown ? new FunctionValue(attribute, members![attribute]) : null;
        return isKnown;
    }
}
