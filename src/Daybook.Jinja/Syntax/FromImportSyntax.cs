using Daybook.Jinja.Compilation;
using Daybook.Jinja.Execution;

namespace Daybook.Jinja.Syntax;

/// <summary><c>{% from template import name as alias %}</c></summary>
internal sealed class FromImportSyntax(int start, int end, ExpressionSyntax template, IReadOnlyList<(string Name, string Alias)> names, bool withContext)
    : StatementSyntax(start, end)
{
    public override IEnumerable<SyntaxNode> Children => [template];

    public override void Declare(Symbols symbols)
    {
        template.Declare(symbols);
        foreach (var (_, alias) in names)
            symbols.Store(alias);
    }

    public override void Compile(Compiler compiler, CompileScope scope, List<Statement> output)
    {
        var compiled = template.Compile(compiler, scope);
        var locals = withContext ? LocalNames.Of(scope) : null;
        var imported = names.Select(name => new ImportedName(name.Name, name.Alias, scope.Symbols.Reference(name.Alias).Slot));
        output.Add(new FromImportStatement(compiler.PlaceOf(this), compiled, [.. imported], scope.IsTopLevel, locals));
    }
}
