using Daybook.Jinja.Python;

namespace Daybook.Jinja.Execution;

internal sealed class RecursiveForStatement(Place place, Expression items, RecursiveLoop loop) : Statement
{
    public override Flow Execute(Frame frame)
    {
        var values = items.Evaluate(frame);
        try
        {
            frame.State.Output.Write(PyText.Str(loop.Render(frame, values, 0)));
        }
        catch (PyException error)
        {
            throw frame.Locate(error, place);
        }

        return Flow.Next;
    }
}
