using Daybook.Jinja.Compilation;
using Daybook.Jinja.Execution;

namespace Daybook.Jinja.Syntax;

internal sealed class NotSyntax(int start, int end, ExpressionSyntax operand) : ExpressionSyntax(start, end, operand)
{
    public override Expression Compile(Compiler compiler, CompileScope scope) => new NotExpression(compiler.PlaceOf(this), operand.Compile(compiler, scope));
}
