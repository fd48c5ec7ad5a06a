namespace Daybook.Jinja.Execution;

internal sealed class DoStatement(Expression value) : Statement
{
    public override Flow Execute(Frame frame)
    {
        value.Evaluate(frame);
        return Flow.Next;
    }
}
