using Daybook.Jinja.Python;

namespace Daybook.Jinja;

/// <summary>A method taken from a value, not yet called: <c>text.upper</c>.</summary>
internal sealed class BoundMethod(object? self, string name, MethodBody body) : PyCallable
{
    public object? Self => self;

    public string Name => name;

    internal override string TypeName => "builtin_function_or_method";

    internal override string Repr() => $"<built-in method {name} of {PyType.NameOf(self)} object>";

    internal override object? Call(RenderState state, Arguments arguments)
    {
        WorkMeter.CountText(self);
        var result = body(state, self, arguments);
        if (self is string or Markup || name == "copy")
            state.ReserveFor(result);
        return result;
    }
}
