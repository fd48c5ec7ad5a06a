using Daybook.Jinja.Python;

namespace Daybook.Jinja.Execution;

internal sealed class CallExpression(Place place, Expression target, ArgumentList arguments) : Expression(place)
{
    public override object? Evaluate(Frame frame)
    {
        var callable = target.Evaluate(frame);
        try
        {
            return frame.State.Call(callable, arguments.Evaluate(frame));
        }
        catch (PyException error)
        {
            throw frame.Locate(error, Place);
        }
    }

    /// <summary>The call with the body of a call block as its <c>caller</c>.</summary>
    public object? Evaluate(Frame frame, Macro caller)
    {
        var callable = target.Evaluate(frame);
        try
        {
            return frame.State.Call(callable, arguments.Evaluate(frame).WithKeyword("caller", caller));
        }
        catch (PyException error)
        {
            throw frame.Locate(error, Place);
        }
    }
}
