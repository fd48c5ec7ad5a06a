using Daybook.Jinja.Python;

namespace Daybook.Jinja.Execution;

internal sealed class SliceExpression(Place place, Expression target, Expression? from, Expression? to, Expression? step) : Expression(place)
{
    public override object? Evaluate(Frame frame)
    {
        var value = target.Evaluate(frame);
        var start = from?.Evaluate(frame);
        var stop = to?.Evaluate(frame);
        var stride = step?.Evaluate(frame);
        try
        {
            var result = PyContainer.Slice(value, start, stop, stride);
            frame.State.ReserveFor(result);
            return result;
        }
        catch (PyException error)
        {
            throw frame.Locate(error, Place);
        }
    }
}
