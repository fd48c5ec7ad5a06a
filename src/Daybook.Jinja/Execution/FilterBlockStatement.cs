using Daybook.Jinja.Python;

namespace Daybook.Jinja.Execution;

internal sealed class FilterBlockStatement(Expression filtered) : Statement
{
    public override Flow Execute(Frame frame)
    {
        var result = filtered.Evaluate(frame);
        try
        {
            frame.State.Output.WriteText(result);
        }
        catch (PyException error)
        {
            throw frame.Locate(error, filtered.Place);
        }

        return Flow.Next;
    }
}
