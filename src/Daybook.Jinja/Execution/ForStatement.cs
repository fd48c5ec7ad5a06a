namespace Daybook.Jinja.Execution;

internal sealed class ForStatement(Expression items, LoopCode code) : Statement
{
    public override Flow Execute(Frame frame) => code.Run(frame, items.Evaluate(frame));
}
