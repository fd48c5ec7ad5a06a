namespace Daybook.Jinja.Execution;

/// <summary>One template's version of a block.</summary>
internal sealed class CompiledBlock(string name, TemplateCode code)
{
    public string Name => name;

    public void Run(TemplateContext context, RenderState state)
    {
        state.Budget.Enter();
        code.Run(context, state, () => context.Super(this, state));
        state.Budget.Leave();
    }
}
