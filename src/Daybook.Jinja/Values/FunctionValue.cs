namespace Daybook.Jinja;

/// <summary>A registered function as a value.</summary>
internal sealed class FunctionValue(string name, JinjaFunction body) : PyCallable
{
    internal override string TypeName => "function";

    internal override string Repr() => $"<function {name}>";

    internal override object? Call(RenderState state, Arguments arguments) => body(state, arguments);
}
