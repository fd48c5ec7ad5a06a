using Daybook.Jinja.Compilation;
using Daybook.Jinja.Execution;

namespace Daybook.Jinja.Syntax;

/// <summary><c>target.name</c></summary>
internal sealed class AttributeSyntax(int start, int end, ExpressionSyntax target, string name) : ExpressionSyntax(start, end, target)
{
    public override Expression Compile(Compiler compiler, CompileScope scope) =>
        new AttributeExpression(compiler.PlaceOf(this), target.Compile(compiler, scope), name);
}
