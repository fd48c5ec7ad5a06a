namespace Daybook.Jinja.Execution;

/// <summary>Defines a macro.</summary>
internal sealed class MacroStatement(MacroCode code, int slot, bool isTopLevel) : Statement
{
    public override Flow Execute(Frame frame)
    {
        var macro = new Macro(code, frame);
        frame.Locals[slot] = macro;
        if (isTopLevel)
            frame.Context.Set(code.Name!, macro, isExported: !code.Name!.StartsWith('_'));
        return Flow.Next;
    }
}
