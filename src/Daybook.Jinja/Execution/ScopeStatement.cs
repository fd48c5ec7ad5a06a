namespace Daybook.Jinja.Execution;

internal sealed class ScopeStatement(ScopedBody body) : Statement
{
    public override Flow Execute(Frame frame) => body.Execute(frame);
}
