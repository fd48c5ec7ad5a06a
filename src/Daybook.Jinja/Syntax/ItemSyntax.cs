using Daybook.Jinja.Compilation;
using Daybook.Jinja.Execution;

namespace Daybook.Jinja.Syntax;

/// <summary><c>target[key]</c></summary>
internal sealed class ItemSyntax(int start, int end, ExpressionSyntax target, ExpressionSyntax key) : ExpressionSyntax(start, end, target, key)
{
    public override Expression Compile(Compiler compiler, CompileScope scope) =>
        new ItemExpression(compiler.PlaceOf(this), target.Compile(compiler, scope), key.Compile(compiler, scope));
}
