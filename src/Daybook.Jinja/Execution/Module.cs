using Daybook.Jinja.Python;

namespace Daybook.Jinja.Execution;

/// <summary>An imported template: what it exports, and what it prints.</summary>
internal sealed class Module(string? name, string text, Dictionary<string, object?> exported) : PyObject
{
    public string? Name => name;

    public string Text => text;

    internal override string TypeName => "TemplateModule";

    internal override string ModuleName => "jinja2.environment.";

    /// <summary>The template run without a context; once in a rendering.</summary>
    public static Module Of(CompiledTemplate template, RenderState state)
    {
        if (!state.Modules.TryGetValue(template, out var module))
            state.Modules[template] = module = Run(template, state.Environment.GlobalSource, state);
        return module;
    }

    public static Module Run(CompiledTemplate template, VariableSource given, RenderState state)
    {
        state.Budget.Enter(template.Source.Name);
        var context = new TemplateContext(template, given);
        var outer = state.Evaluation;
        state.Evaluation = context.Evaluation;
        var mark = state.Output.Length;
        template.Run(context, state);
        var text = state.Output.Take(mark);
        state.Evaluation = outer;
        state.Budget.Leave(template.Source.Name);
        return new Module(template.Name, text, context.Exported());
    }

    internal override string Repr() => $"<TemplateModule {PyText.Repr(name)}>";

    internal override string Str() => text;

    internal override bool TryGetAttribute(string attribute, out object? value) => exported.TryGetValue(attribute, out value);
}
