using Daybook.Jinja.Compilation;
using Daybook.Jinja.Execution;

namespace Daybook.Jinja.Syntax;

/// <summary><c>{% block name scoped required %}...{% endblock %}</c></summary>
internal sealed class BlockSyntax(int start, int end, string name, bool isScoped, bool isRequired, IReadOnlyList<StatementSyntax> body) : StatementSyntax(start, end)
{
    public string Name => name;

    public bool IsScoped => isScoped;

    public IReadOnlyList<StatementSyntax> Body => body;

    public override IEnumerable<SyntaxNode> Children => body;

    public override void Declare(Symbols symbols)
    {
    }

    public override void Search(NameSearch search)
    {
    }

    public override void Compile(Compiler compiler, CompileScope scope, List<Statement> output)
    {
        if (scope.IsTopLevel && compiler.HasKnownExtends)
            return;
        var block = new BlockStatement(compiler.PlaceOf(this), name, isRequired, isScoped ? LocalNames.Of(scope) : null);
        output.Add(scope.IsTopLevel && compiler.ExtendsCount > 0 ? new UnlessExtendedStatement([block]) : block);
    }
}
