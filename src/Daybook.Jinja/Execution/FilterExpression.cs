using Daybook.Jinja.Python;

namespace Daybook.Jinja.Execution;

/// <param name="makesValue">Whether the filter gives something new, which counts against the limits.</param>
internal sealed class FilterExpression(Place place, JinjaFunction filter, bool makesValue, Expression value, ArgumentList arguments) : Expression(place)
{
    public override object? Evaluate(Frame frame)
    {
        var first = value.Evaluate(frame);
        try
        {
            frame.State.Step();
            WorkMeter.CountText(first);
            var result = filter(frame.State, arguments.Evaluate(frame, first));
            if (makesValue)
                frame.State.ReserveFor(result);
            return result;
        }
        catch (PyException error)
        {
            throw frame.Locate(error, Place);
        }
    }
}
