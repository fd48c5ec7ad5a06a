namespace Daybook.Jinja.Execution;

/// <summary>Code that runs. Errors leave with their place.</summary>
internal abstract class Statement
{
    /// <exception cref="JinjaException">The statement failed.</exception>
    public abstract Flow Execute(Frame frame);

    public static Flow ExecuteAll(Statement[] statements, Frame frame)
    {
        foreach (var statement in statements)
        {
            var flow = statement.Execute(frame);
            if (flow != Flow.Next)
                return flow;
        }

        return Flow.Next;
    }
}
