using Daybook.Jinja.Compilation;
using Daybook.Jinja.Execution;

namespace Daybook.Jinja.Syntax;

internal sealed class DictSyntax(int start, int end, IReadOnlyList<(ExpressionSyntax Key, ExpressionSyntax Value)> items)
    : ExpressionSyntax(start, end, items.SelectMany(item => new[] { item.Key, item.Value }))
{
    public override Expression Compile(Compiler compiler, CompileScope scope) =>
        new DictExpression(
            compiler.PlaceOf(this),
            Compile(items.Select(item => item.Key), compiler, scope),
            Compile(items.Select(item => item.Value), compiler, scope));
}
