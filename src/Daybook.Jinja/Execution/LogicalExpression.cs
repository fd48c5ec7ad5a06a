using Daybook.Jinja.Python;

namespace Daybook.Jinja.Execution;

internal sealed class LogicalExpression(Place place, Expression left, Expression right, bool isAnd) : Expression(place)
{
    public override object? Evaluate(Frame frame)
    {
        var value = left.Evaluate(frame);
        try
        {
            if (PyTruth.IsTrue(value) != isAnd)
                return value;
        }
        catch (PyException error)
        {
            throw frame.Locate(error, left.Place);
        }

        return right.Evaluate(frame);
    }

    public override bool IsTrue(Frame frame) => isAnd ? left.IsTrue(frame) && right.IsTrue(frame) : left.IsTrue(frame) || right.IsTrue(frame);
}
