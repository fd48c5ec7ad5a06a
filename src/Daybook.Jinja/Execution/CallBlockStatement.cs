using Daybook.Jinja.Python;

namespace Daybook.Jinja.Execution;

internal sealed class CallBlockStatement(MacroCode body, CallExpression call) : Statement
{
    public override Flow Execute(Frame frame)
    {
        var result = call.Evaluate(frame, new Macro(body, frame));
        try
        {
            frame.State.Output.WriteText(result);
        }
        catch (PyException error)
        {
            throw frame.Locate(error, call.Place);
        }

        return Flow.Next;
    }
}
