using Daybook.Jinja.Compilation;
using Daybook.Jinja.Execution;

namespace Daybook.Jinja.Syntax;

/// <summary><c>{% if %}...{% elif %}...{% else %}...{% endif %}</c></summary>
internal sealed class IfSyntax(
    int start,
    int end,
    IReadOnlyList<(ExpressionSyntax Test, IReadOnlyList<StatementSyntax> Body)> branches,
    IReadOnlyList<StatementSyntax> otherwise) : StatementSyntax(start, end)
{
    public override IEnumerable<SyntaxNode> Children => branches.SelectMany(branch => branch.Body.Prepend<SyntaxNode>(branch.Test)).Concat(otherwise);

    public override void Declare(Symbols symbols)
    {
        branches[0].Test.Declare(symbols);
        var body = symbols.Copy();
        DeclareAll(branches[0].Body, body);
        var elifs = symbols.Copy();
        foreach (var (test, elifBody) in branches.Skip(1))
        {
            test.Declare(elifs);
            var taken = elifs.Copy();
            DeclareAll(elifBody, taken);
            elifs.Merge(taken, elifs.Copy(), elifs.Copy());
        }

        var last = symbols.Copy();
        DeclareAll(otherwise, last);
        symbols.Merge(body, elifs, last);
    }

    public override void Compile(Compiler compiler, CompileScope scope, List<Statement> output)
    {
        var soft = scope.Soft();
        var compiled = new List<(Expression, Statement[])>();
        foreach (var (test, body) in branches)
            compiled.Add((test.Compile(compiler, soft), compiler.CompileBody(body, soft)));
        output.Add(new IfStatement([.. compiled], compiler.CompileBody(otherwise, soft)));
    }
}
