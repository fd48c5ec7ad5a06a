using Daybook.Jinja.Compilation;

namespace Daybook.Jinja.Execution;

/// <summary>A loop whose body can run it again for the items inside an item; each run has variables of its own.</summary>
internal sealed class RecursiveLoop(FunctionLayout layout, LoopCode code, EscapeSetting escaping)
{
    /// <summary>What the loop prints for these items.</summary>
    public object Render(Frame outer, object? items, int depth)
    {
        var state = outer.State;
        state.Budget.Enter();
        var mark = state.Output.Length;
        code.Run(new Frame(layout, outer, outer.Context, state), items, new RecursiveRun(this, outer, depth));
        state.Budget.Leave();
        var text = state.Output.Take(mark);
        state.Reserve(text.Length);
        return state.MarkIfEscaping(text, escaping);
    }
}
