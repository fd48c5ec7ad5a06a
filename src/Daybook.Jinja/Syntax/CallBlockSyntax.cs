using Daybook.Jinja.Compilation;
using Daybook.Jinja.Execution;

namespace Daybook.Jinja.Syntax;

/// <summary><c>{% call(parameters) macro(arguments) %}...{% endcall %}</c></summary>
internal sealed class CallBlockSyntax(
    int start,
    int end,
    IReadOnlyList<(string Name, ExpressionSyntax? Default)> parameters,
    CallSyntax call,
    IReadOnlyList<StatementSyntax> body) : StatementSyntax(start, end)
{
    public override IEnumerable<SyntaxNode> Children => [call, .. parameters.Select(parameter => parameter.Default).OfType<ExpressionSyntax>(), .. body];

    public override void Declare(Symbols symbols) => call.Declare(symbols);

    public override void Search(NameSearch search)
    {
        call.Search(search);
        MacroSyntax.SearchMacro(search, parameters, body);
    }

    public override void Compile(Compiler compiler, CompileScope scope, List<Statement> output)
    {
        var code = MacroSyntax.CompileMacro(compiler, scope, this, null, parameters, body);
        output.Add(new CallBlockStatement(code, call.CompileCall(compiler, scope)));
    }
}
