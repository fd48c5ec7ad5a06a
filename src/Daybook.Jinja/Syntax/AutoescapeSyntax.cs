using Daybook.Jinja.Compilation;
using Daybook.Jinja.Execution;

namespace Daybook.Jinja.Syntax;

/// <summary><c>{% autoescape value %}...{% endautoescape %}</c></summary>
internal sealed class AutoescapeSyntax(int start, int end, ExpressionSyntax value, IReadOnlyList<StatementSyntax> body) : StatementSyntax(start, end)
{
    public override IEnumerable<SyntaxNode> Children => [value, .. body];

    public override void Declare(Symbols symbols)
    {
    }

    public override void Compile(Compiler compiler, CompileScope scope, List<Statement> output)
    {
        var inner = scope.Inner();
        DeclareAll(Children, inner.Symbols);
        var entry = compiler.Enter(inner);
        var compiledValue = value.Compile(compiler, inner);
        var outer = compiler.Escaping;
        var target = compiler.Environment.EscapeTargetOf(compiler.Source.Name);
        compiler.Escaping = compiledValue is ConstantExpression constant
            ? outer with { Mode = AutoescapeStatement.ModeOf(constant.Value, target) }
            : outer with { IsVolatile = true };
        output.Add(new AutoescapeStatement(entry, compiledValue, target, compiler.CompileBody(body, inner)));
        compiler.Escaping = outer;
    }
}
