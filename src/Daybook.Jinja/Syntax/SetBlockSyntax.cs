using Daybook.Jinja.Compilation;
using Daybook.Jinja.Execution;

namespace Daybook.Jinja.Syntax;

/// <summary><c>{% set target | filter %}...{% endset %}</c></summary>
internal sealed class SetBlockSyntax(int start, int end, TargetSyntax target, FilterSyntax? filter, IReadOnlyList<StatementSyntax> body) : StatementSyntax(start, end)
{
    public override IEnumerable<SyntaxNode> Children => filter is null ? [target, .. body] : [target, filter, .. body];

    public override void Declare(Symbols symbols) => target.Declare(symbols);

    public override void Compile(Compiler compiler, CompileScope scope, List<Statement> output)
    {
        var inner = scope.Inner();
        inner.ChecksOutput = false;
        DeclareAll(body, inner.Symbols);
        filter?.Declare(inner.Symbols);
        var entry = compiler.Enter(inner);
        var captured = new CapturedExpression(compiler.PlaceOf(this), entry, compiler.CompileBody(body, inner), compiler.Escaping);
        var value = new MarkupIfEscapingExpression(filter is null ? captured : filter.CompileFor(captured, compiler, inner));
        output.Add(new SetStatement(compiler.PlaceOf(this), target.Compile(compiler, scope), value));
        SetSyntax.AddExport(target, scope, output);
    }
}
