namespace Daybook.Jinja.Execution;

/// <summary>Reads a variable of the running function.</summary>
internal sealed class LocalExpression(Place place, string name, int slot) : Expression(place)
{
    public override object? Evaluate(Frame frame)
    {
        var value = frame.Locals[slot];
        return ReferenceEquals(value, Missing.Value) ? frame.State.UndefinedName(name) : value;
    }
}
