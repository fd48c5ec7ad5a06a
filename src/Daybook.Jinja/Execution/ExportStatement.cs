namespace Daybook.Jinja.Execution;

/// <summary>Makes a variable set at the top of a template part of its context, and of what others can import.</summary>
internal sealed class ExportStatement(string name, int slot) : Statement
{
    public override Flow Execute(Frame frame)
    {
        frame.Context.Set(name, frame.Locals[slot], isExported: !name.StartsWith('_'));
        return Flow.Next;
    }
}
