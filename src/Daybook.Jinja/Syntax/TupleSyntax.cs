using Daybook.Jinja.Compilation;
using Daybook.Jinja.Execution;

namespace Daybook.Jinja.Syntax;

internal sealed class TupleSyntax(int start, int end, IReadOnlyList<ExpressionSyntax> items) : ExpressionSyntax(start, end, items)
{
    public IReadOnlyList<ExpressionSyntax> Items => items;

    public override Expression Compile(Compiler compiler, CompileScope scope) =>
        new TupleExpression(compiler.PlaceOf(this), Compile(items, compiler, scope)).Folded();
}
