using Daybook.Jinja.Python;

namespace Daybook.Jinja.Execution;

internal sealed class FilterExpression(Place place, JinjaFunction filter, Expression value, ArgumentList arguments) : Expression(place)
{
    public override object? Evaluate(Frame frame)
    {
        var first = value.Evaluate(frame);
        try
        {
            frame.State.Step();
            return filter(frame.State, arguments.Evaluate(frame, first));
        }
        catch (PyException error)
        {
            throw frame.Locate(error, Place);
        }
    }
}
