namespace Daybook.Jinja.Execution;

internal sealed class LoopControlStatement(Flow flow) : Statement
{
    public override Flow Execute(Frame frame) => flow;
}
