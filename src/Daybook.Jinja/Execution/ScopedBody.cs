namespace Daybook.Jinja.Execution;

/// <summary>Statements with a scope of their own.</summary>
internal sealed class ScopedBody(ScopeEntry entry, Statement[] body)
{
    public Flow Execute(Frame frame)
    {
        entry.Apply(frame);
        var flow = Statement.ExecuteAll(body, frame);
        entry.Clear(frame);
        return flow;
    }
}
