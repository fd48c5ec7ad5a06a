using Daybook.Jinja.Compilation;
using Daybook.Jinja.Execution;

namespace Daybook.Jinja.Syntax;

/// <summary>Template text that is printed as it is.</summary>
internal sealed class TextSyntax(int start, int end, string text) : StatementSyntax(start, end)
{
    public string Text => text;

    public override IEnumerable<SyntaxNode> Children => [];

    public override void Compile(Compiler compiler, CompileScope scope, List<Statement> output) =>
        PrintSyntax.AddOutput([new TextStatement(compiler.PlaceOf(this), text)], compiler, scope, output);
}
