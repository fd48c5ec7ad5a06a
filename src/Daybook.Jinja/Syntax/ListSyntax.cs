using Daybook.Jinja.Compilation;
using Daybook.Jinja.Execution;

namespace Daybook.Jinja.Syntax;

internal sealed class ListSyntax(int start, int end, IReadOnlyList<ExpressionSyntax> items) : ExpressionSyntax(start, end, items)
{
    public override Expression Compile(Compiler compiler, CompileScope scope) => new ListExpression(compiler.PlaceOf(this), Compile(items, compiler, scope));
}
