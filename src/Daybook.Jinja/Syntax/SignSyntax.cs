using Daybook.Jinja.Compilation;
using Daybook.Jinja.Execution;

namespace Daybook.Jinja.Syntax;

/// <summary><c>-operand</c>, <c>+operand</c></summary>
internal sealed class SignSyntax(int start, int end, ExpressionSyntax operand, bool isNegative) : ExpressionSyntax(start, end, operand)
{
    public override Expression Compile(Compiler compiler, CompileScope scope) =>
        new SignExpression(compiler.PlaceOf(this), operand.Compile(compiler, scope), isNegative).Folded();
}
