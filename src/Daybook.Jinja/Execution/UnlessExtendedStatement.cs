namespace Daybook.Jinja.Execution;

/// <summary>Runs while the template extends no other.</summary>
internal sealed class UnlessExtendedStatement(Statement[] body) : Statement
{
    public override Flow Execute(Frame frame) => frame.Root.Parent is null ? ExecuteAll(body, frame) : Flow.Next;
}
