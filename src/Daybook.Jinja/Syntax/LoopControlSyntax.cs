using Daybook.Jinja.Compilation;
using Daybook.Jinja.Execution;

namespace Daybook.Jinja.Syntax;

/// <summary><c>{% break %}</c>, <c>{% continue %}</c></summary>
internal sealed class LoopControlSyntax(int start, int end, bool isBreak) : StatementSyntax(start, end)
{
    public override IEnumerable<SyntaxNode> Children => [];

    public override void Compile(Compiler compiler, CompileScope scope, List<Statement> output) => output.Add(new LoopControlStatement(isBreak ? Flow.Break : Flow.Continue));
}
