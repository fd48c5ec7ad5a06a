using Daybook.Jinja.Compilation;
using Daybook.Jinja.Execution;

namespace Daybook.Jinja.Syntax;

/// <summary><c>first ~ second ~ third</c></summary>
internal sealed class ConcatenationSyntax(int start, int end, IReadOnlyList<ExpressionSyntax> parts) : ExpressionSyntax(start, end, parts)
{
    public override Expression Compile(Compiler compiler, CompileScope scope) =>
        new ConcatenationExpression(compiler.PlaceOf(this), Compile(parts, compiler, scope), compiler.Escaping).Folded();
}
