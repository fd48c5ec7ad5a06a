using Daybook.Jinja.Compilation;
using Daybook.Jinja.Execution;

namespace Daybook.Jinja.Syntax;

/// <summary><c>first &lt; second &lt;= third</c>: every neighbouring pair holds.</summary>
internal sealed class ComparisonSyntax(int start, int end, ExpressionSyntax first, IReadOnlyList<(ComparisonOperator Operator, ExpressionSyntax Operand)> rest)
    : ExpressionSyntax(start, end, rest.Select(pair => pair.Operand).Prepend(first))
{
    public override Expression Compile(Compiler compiler, CompileScope scope)
    {
        var operands = rest.Select(pair => new ComparisonOperand(pair.Operator, pair.Operand.Compile(compiler, scope)));
        return new ComparisonExpression(compiler.PlaceOf(this), first.Compile(compiler, scope), [.. operands]);
    }
}
