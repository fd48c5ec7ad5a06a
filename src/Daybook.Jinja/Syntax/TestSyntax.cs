using Daybook.Jinja.Compilation;
using Daybook.Jinja.Execution;

namespace Daybook.Jinja.Syntax;

/// <summary><c>value is name argument</c></summary>
internal sealed class TestSyntax(int start, int end, int nameStart, ExpressionSyntax value, string name, ArgumentsSyntax arguments)
    : ExpressionSyntax(start, end, arguments.Parts.Prepend(value))
{
    public override Expression Compile(Compiler compiler, CompileScope scope)
    {
        var function = compiler.Find(compiler.Environment.Tests, "test", name, nameStart, scope);
        return new TestExpression(compiler.PlaceOf(this), function, value.Compile(compiler, scope), arguments.Compile(compiler, scope));
    }
}
