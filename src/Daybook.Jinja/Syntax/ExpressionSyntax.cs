using Daybook.Jinja.Compilation;
using Daybook.Jinja.Execution;

namespace Daybook.Jinja.Syntax;

internal abstract class ExpressionSyntax : SyntaxNode
{
    private protected ExpressionSyntax(int start, int end, params IEnumerable<ExpressionSyntax?> parts)
        : base(start, end)
    {
        Parts = [.. parts.OfType<ExpressionSyntax>()];
        Depth = Parts.Count == 0 ? 1 : 1 + Parts.Max(part => part.Depth);
    }

    /// <summary>How many expressions stand in each other here, this one included.</summary>
    public int Depth { get; }

    public override IEnumerable<SyntaxNode> Children => Parts;

    protected IReadOnlyList<ExpressionSyntax> Parts { get; }

    public abstract Expression Compile(Compiler compiler, CompileScope scope);

    protected static Expression[] Compile(IEnumerable<ExpressionSyntax> parts, Compiler compiler, CompileScope scope) =>
        [.. parts.Select(part => part.Compile(compiler, scope))];
}
