using Daybook.Jinja.Compilation;
using Daybook.Jinja.Execution;

namespace Daybook.Jinja.Syntax;

/// <summary><c>{% with target = value %}...{% endwith %}</c></summary>
internal sealed class WithSyntax(
    int start,
    int end,
    IReadOnlyList<(TargetSyntax Target, ExpressionSyntax Value)> bindings,
    IReadOnlyList<StatementSyntax> body) : StatementSyntax(start, end)
{
    public override IEnumerable<SyntaxNode> Children => [.. bindings.Select(binding => binding.Target), .. bindings.Select(binding => binding.Value), .. body];

    public override void Declare(Symbols symbols) => DeclareAll(bindings.Select(binding => binding.Value), symbols);

    public override void Compile(Compiler compiler, CompileScope scope, List<Statement> output)
    {
        var inner = scope.Inner();
        foreach (var (target, _) in bindings)
            target.DeclareParameters(inner.Symbols);
        DeclareAll(body, inner.Symbols);
        var entry = compiler.Enter(inner);
        var compiled = bindings.Select(binding =>
            (Statement)new SetStatement(compiler.PlaceOf(binding.Value), binding.Target.Compile(compiler, inner), binding.Value.Compile(compiler, scope)));
        output.Add(new ScopeStatement(new ScopedBody(entry, [.. compiled, .. compiler.CompileBody(body, inner)])));
    }
}
