using Daybook.Jinja.Python;
using Daybook.Jinja.Syntax;

namespace Daybook.Jinja.Execution;

internal sealed class ArithmeticExpression(Place place, ArithmeticOperator operation, Expression left, Expression right) : Expression(place)
{
    /// <summary>Longer texts are not made before rendering, where limits are counted.</summary>
    private static readonly PyLimits FoldingLimits = new() { TextLength = 1000, Items = 100, IntegerBits = 1000 };

    public override object? Evaluate(Frame frame)
    {
        var a = left.Evaluate(frame);
        var b = right.Evaluate(frame);
        try
        {
            var result = Apply(a, b, frame.State.ValueLimits);
            if (result is not (long or double))
                frame.State.ReserveFor(result);
            return result;
        }
        catch (PyException error)
        {
            throw frame.Locate(error, Place);
        }
    }

    public Expression Folded() => FoldedIf(
        left is ConstantExpression && right is ConstantExpression,
        () => Apply(((ConstantExpression)left).Value, ((ConstantExpression)right).Value, FoldingLimits));

    private object? Apply(object? a, object? b, PyLimits limits) => operation switch
    {
        ArithmeticOperator.Add => PyNumbers.Add(a, b, limits),
        ArithmeticOperator.Subtract => PyNumbers.Subtract(a, b, limits),
        ArithmeticOperator.Multiply => PyNumbers.Multiply(a, b, limits),
        ArithmeticOperator.Divide => PyNumbers.TrueDivide(a, b),
        ArithmeticOperator.FloorDivide => PyNumbers.FloorDivide(a, b),
        ArithmeticOperator.Modulo => PyNumbers.Modulo(a, b, limits),
        ArithmeticOperator.Power => PyNumbers.Power(a, b, limits),
        _ => throw new InvalidOperationException($"unknown operator {operation}"),
    };
}
