using Daybook.Jinja.Compilation;

namespace Daybook.Jinja.Execution;

/// <summary>The code of a template's root or of a block.</summary>
/// <param name="SelfSlot">Where <c>self</c> goes; null if nothing uses it.</param>
/// <param name="SuperSlot">Where <c>super</c> goes; null if nothing uses it.</param>
internal sealed record TemplateCode(FunctionLayout Layout, ScopeEntry Entry, int? SelfSlot, int? SuperSlot, Statement[] Body)
{
    /// <returns>The frame the code ran in.</returns>
    public Frame Run(TemplateContext context, RenderState state, Func<object?>? super)
    {
        var frame = new Frame(Layout, null, context, state);
        if (SelfSlot is { } self)
            frame.Locals[self] = new TemplateReference(context, state);
        if (SuperSlot is { } slot)
            frame.Locals[slot] = super!();
        Entry.Apply(frame);
        Statement.ExecuteAll(Body, frame);
        return frame;
    }
}
