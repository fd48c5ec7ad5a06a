using Daybook.Jinja.Compilation;
using Daybook.Jinja.Execution;

namespace Daybook.Jinja.Syntax;

/// <summary><c>target[from:to:step]</c></summary>
internal sealed class SliceSyntax(int start, int end, ExpressionSyntax target, SliceBounds bounds)
    : ExpressionSyntax(start, end, target, bounds.From, bounds.To, bounds.Step)
{
    public override Expression Compile(Compiler compiler, CompileScope scope) =>
        new SliceExpression(
            compiler.PlaceOf(this),
            target.Compile(compiler, scope),
            bounds.From?.Compile(compiler, scope),
            bounds.To?.Compile(compiler, scope),
            bounds.Step?.Compile(compiler, scope));
}
