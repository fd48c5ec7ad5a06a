namespace Daybook.Jinja.Execution;

internal sealed class ConstantExpression(Place place, object? value) : Expression(place)
{
    public object? Value => value;

    public override object? Evaluate(Frame frame) => value;
}
