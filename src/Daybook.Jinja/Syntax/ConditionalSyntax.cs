using Daybook.Jinja.Compilation;
using Daybook.Jinja.Execution;

namespace Daybook.Jinja.Syntax;

/// <summary><c>value if test else otherwise</c></summary>
internal sealed class ConditionalSyntax(int start, int end, ExpressionSyntax test, ExpressionSyntax value, ExpressionSyntax? otherwise)
    : ExpressionSyntax(start, end, test, value, otherwise)
{
    public override Expression Compile(Compiler compiler, CompileScope scope)
    {
        var soft = scope.Soft();
        return new ConditionalExpression(
            compiler.PlaceOf(this), test.Compile(compiler, soft), value.Compile(compiler, soft), otherwise?.Compile(compiler, soft));
    }
}
