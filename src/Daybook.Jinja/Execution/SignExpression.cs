using Daybook.Jinja.Python;

namespace Daybook.Jinja.Execution;

internal sealed class SignExpression(Place place, Expression operand, bool isNegative) : Expression(place)
{
    public override object? Evaluate(Frame frame)
    {
        var value = operand.Evaluate(frame);
        try
        {
            return Apply(value);
        }
        catch (PyException error)
        {
            throw frame.Locate(error, Place);
        }
    }

    public Expression Folded() => FoldedIf(operand is ConstantExpression, () => Apply(((ConstantExpression)operand).Value));

    private object? Apply(object? value) => isNegative ? PyNumbers.Negate(value) : PyNumbers.Positive(value);
}
