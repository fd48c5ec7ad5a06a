using Daybook.Jinja.Python;

namespace Daybook.Jinja.Execution;

internal sealed class SetStatement(Place place, AssignmentTarget target, Expression value) : Statement
{
    public override Flow Execute(Frame frame)
    {
        var result = value.Evaluate(frame);
        try
        {
            target.Assign(frame, result);
        }
        catch (PyException error)
        {
            throw frame.Locate(error, place);
        }

        return Flow.Next;
    }
}
