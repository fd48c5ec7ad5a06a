namespace Daybook.Jinja.Execution;

/// <summary>Reads a variable of a function around the running one.</summary>
internal sealed class OuterExpression(Place place, string name, VariableAccess variable) : Expression(place)
{
    public override object? Evaluate(Frame frame)
    {
        var value = variable.Read(frame);
        return ReferenceEquals(value, Missing.Value) ? frame.State.UndefinedName(name) : value;
    }
}
