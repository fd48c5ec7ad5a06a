using Daybook.Jinja.Compilation;
using Daybook.Jinja.Execution;

namespace Daybook.Jinja.Syntax;

internal sealed class CallSyntax(int start, int end, ExpressionSyntax target, ArgumentsSyntax arguments)
    : ExpressionSyntax(start, end, arguments.Parts.Prepend(target))
{
    public override Expression Compile(Compiler compiler, CompileScope scope) => CompileCall(compiler, scope);

    public CallExpression CompileCall(Compiler compiler, CompileScope scope) =>
        new(compiler.PlaceOf(this), target.Compile(compiler, scope), arguments.Compile(compiler, scope));
}
