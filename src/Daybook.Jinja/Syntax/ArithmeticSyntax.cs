using Daybook.Jinja.Compilation;
using Daybook.Jinja.Execution;

namespace Daybook.Jinja.Syntax;

internal sealed class ArithmeticSyntax(int start, int end, ArithmeticOperator operation, ExpressionSyntax left, ExpressionSyntax right)
    : ExpressionSyntax(start, end, left, right)
{
    public override Expression Compile(Compiler compiler, CompileScope scope) =>
        new ArithmeticExpression(compiler.PlaceOf(this), operation, left.Compile(compiler, scope), right.Compile(compiler, scope)).Folded();
}
