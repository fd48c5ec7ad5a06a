using Daybook.Jinja.Lexing;

namespace Daybook.Jinja.Execution;

/// <summary>A template ready to run: never changes, and is used by many threads at once.</summary>
internal sealed record CompiledTemplate(
    JinjaEnvironment Environment,
    string? Name,
    SourceText Source,
    TemplateCode Root,
    IReadOnlyDictionary<string, CompiledBlock> Blocks,
    IReadOnlyList<UndeclaredVariable> Undeclared)
{
    /// <summary>Runs the template, and then the one it extends, and so on.</summary>
    public void Run(TemplateContext context, RenderState state)
    {
        for (var template = this; template is not null;)
            template = template.Root.Run(context, state, null).Parent;
    }
}
