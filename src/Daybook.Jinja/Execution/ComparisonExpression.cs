using Daybook.Jinja.Python;

namespace Daybook.Jinja.Execution;

internal sealed class ComparisonExpression(Place place, Expression first, ComparisonOperand[] rest) : Expression(place)
{
    public override object? Evaluate(Frame frame) => PyBox.Of(IsTrue(frame));

    public override bool IsTrue(Frame frame)
    {
        var left = first.Evaluate(frame);
        foreach (var operand in rest)
        {
            var right = operand.Operand.Evaluate(frame);
            if (!Compare(frame, operand, left, right))
                return false;
            left = right;
        }

        return true;
    }

    private bool Compare(Frame frame, in ComparisonOperand operand, object? left, object? right)
    {
        try
        {
            return operand.Compare(left, right);
        }
        catch (PyException error)
        {
            throw frame.Locate(error, Place);
        }
    }
}
