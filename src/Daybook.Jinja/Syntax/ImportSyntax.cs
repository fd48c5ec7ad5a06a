using Daybook.Jinja.Compilation;
using Daybook.Jinja.Execution;

namespace Daybook.Jinja.Syntax;

/// <summary><c>{% import template as target %}</c></summary>
internal sealed class ImportSyntax(int start, int end, ExpressionSyntax template, string target, bool withContext) : StatementSyntax(start, end)
{
    public override IEnumerable<SyntaxNode> Children => [template];

    public override void Declare(Symbols symbols)
    {
        template.Declare(symbols);
        symbols.Store(target);
    }

    public override void Compile(Compiler compiler, CompileScope scope, List<Statement> output) =>
        output.Add(new ImportStatement(
            compiler.PlaceOf(this),
            template.Compile(compiler, scope),
            new ImportedName(null, target, scope.Symbols.Reference(target).Slot),
            scope.IsTopLevel,
            withContext ? LocalNames.Of(scope) : null));
}
