using Daybook.Jinja.Compilation;
using Daybook.Jinja.Execution;

namespace Daybook.Jinja.Syntax;

/// <summary><c>{% include template ignore missing with context %}</c></summary>
internal sealed class IncludeSyntax(int start, int end, ExpressionSyntax template, bool ignoresMissing, bool withContext) : StatementSyntax(start, end)
{
    public override IEnumerable<SyntaxNode> Children => [template];

    public override void Compile(Compiler compiler, CompileScope scope, List<Statement> output) =>
        output.Add(new IncludeStatement(compiler.PlaceOf(this), template.Compile(compiler, scope), ignoresMissing, withContext ? LocalNames.Of(scope) : null));
}
