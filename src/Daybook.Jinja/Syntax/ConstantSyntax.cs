using Daybook.Jinja.Compilation;
using Daybook.Jinja.Execution;

namespace Daybook.Jinja.Syntax;

internal sealed class ConstantSyntax(int start, int end, object? value) : ExpressionSyntax(start, end)
{
    public object? Value => value;

    public override Expression Compile(Compiler compiler, CompileScope scope) => new ConstantExpression(compiler.PlaceOf(this), value);
}
