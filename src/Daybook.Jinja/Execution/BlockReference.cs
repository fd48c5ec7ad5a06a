using Daybook.Jinja.Python;

namespace Daybook.Jinja.Execution;

/// <summary>A version of a block as a value: <c>super</c>, <c>self.name</c>.</summary>
/// <param name="depth">0 for the version of the template that extends the most.</param>
internal sealed class BlockReference(string name, TemplateContext context, RenderState state, int depth) : PyCallable
{
    internal override string TypeName => "BlockReference";

    internal override string ModuleName => "jinja2.runtime.";

    /// <summary>The version at this depth, or an undefined value that says there is none.</summary>
    public static object Of(string name, TemplateContext context, RenderState state, int depth) =>
        context.Blocks.TryGetValue(name, out var versions) && depth < versions.Count
            ? new BlockReference(name, context, state, depth)
            : state.UndefinedBecause($"there is no parent block called {PyText.Repr(name)}.", "super");

    internal override bool TryGetAttribute(string attribute, out object? value)
    {
        value = attribute == "super" ? Of(name, context, state, depth + 1) : null;
        return attribute == "super";
    }

    internal override object? Call(RenderState caller, Arguments arguments)
    {
        if (arguments.Count + arguments.KeywordCount > 0)
            throw PyErrors.Type($"block '{name}' takes no arguments");
        var mark = state.Output.Length;
        context.Blocks[name][depth].Run(context, state);
        var text = state.Output.Take(mark);
        state.Reserve(text.Length);
        return Escaper.Of(context.Evaluation.Mode) is { } escaper ? escaper.Mark(text) : text;
    }
}
