using Daybook.Jinja.Compilation;
using Daybook.Jinja.Execution;

namespace Daybook.Jinja.Syntax;

/// <summary><c>{% filter name %}...{% endfilter %}</c></summary>
internal sealed class FilterBlockSyntax(int start, int end, FilterSyntax filter, IReadOnlyList<StatementSyntax> body) : StatementSyntax(start, end)
{
    public override IEnumerable<SyntaxNode> Children => [.. body, filter];

    public override void Declare(Symbols symbols) => filter.Declare(symbols);

    public override void Compile(Compiler compiler, CompileScope scope, List<Statement> output)
    {
        var inner = scope.Inner();
        DeclareAll(Children, inner.Symbols);
        var entry = compiler.Enter(inner);
        var captured = new CapturedExpression(compiler.PlaceOf(this), entry, compiler.CompileBody(body, inner), compiler.Escaping);
        output.Add(new FilterBlockStatement(filter.CompileFor(captured, compiler, inner)));
    }
}
