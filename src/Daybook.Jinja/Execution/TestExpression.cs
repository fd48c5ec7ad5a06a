using Daybook.Jinja.Python;

namespace Daybook.Jinja.Execution;

internal sealed class TestExpression(Place place, JinjaFunction test, Expression value, ArgumentList arguments) : Expression(place)
{
    public override object? Evaluate(Frame frame)
    {
        var first = value.Evaluate(frame);
        try
        {
            frame.State.Step();
            WorkMeter.CountText(first);
            return test(frame.State, arguments.Evaluate(frame, first));
        }
        catch (PyException error)
        {
            throw frame.Locate(error, Place);
        }
    }
}
