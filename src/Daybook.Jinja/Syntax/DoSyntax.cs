using Daybook.Jinja.Compilation;
using Daybook.Jinja.Execution;

namespace Daybook.Jinja.Syntax;

/// <summary><c>{% do expression %}</c></summary>
internal sealed class DoSyntax(int start, int end, ExpressionSyntax value) : StatementSyntax(start, end)
{
    public override IEnumerable<SyntaxNode> Children => [value];

    public override void Compile(Compiler compiler, CompileScope scope, List<Statement> output) => output.Add(new DoStatement(value.Compile(compiler, scope)));
}
