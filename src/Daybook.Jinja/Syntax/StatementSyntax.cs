using Daybook.Jinja.Compilation;
using Daybook.Jinja.Execution;

namespace Daybook.Jinja.Syntax;

internal abstract class StatementSyntax(int start, int end) : SyntaxNode(start, end)
{
    /// <summary>Adds the code that runs this statement.</summary>
    public abstract void Compile(Compiler compiler, CompileScope scope, List<Statement> output);

    protected static void DeclareAll(IEnumerable<SyntaxNode> nodes, Symbols symbols)
    {
        foreach (var node in nodes)
            node.Declare(symbols);
    }
}
