using Daybook.Jinja.Compilation;
using Daybook.Jinja.Execution;

namespace Daybook.Jinja.Syntax;

/// <summary><c>left and right</c>, <c>left or right</c></summary>
internal sealed class LogicalSyntax(int start, int end, ExpressionSyntax left, ExpressionSyntax right, bool isAnd) : ExpressionSyntax(start, end, left, right)
{
    public override Expression Compile(Compiler compiler, CompileScope scope) =>
        new LogicalExpression(compiler.PlaceOf(this), left.Compile(compiler, scope), right.Compile(compiler, scope), isAnd);
}
