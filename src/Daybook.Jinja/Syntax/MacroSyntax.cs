using Daybook.Jinja.Compilation;
using Daybook.Jinja.Execution;

namespace Daybook.Jinja.Syntax;

/// <summary><c>{% macro name(parameters) %}...{% endmacro %}</c></summary>
internal sealed class MacroSyntax(
    int start,
    int end,
    string name,
    IReadOnlyList<(string Name, ExpressionSyntax? Default)> parameters,
    IReadOnlyList<StatementSyntax> body) : StatementSyntax(start, end)
{
    public override IEnumerable<SyntaxNode> Children => [.. parameters.Select(parameter => parameter.Default).OfType<ExpressionSyntax>(), .. body];

    public override void Declare(Symbols symbols) => symbols.Store(name);

    public override void Search(NameSearch search) => SearchMacro(search, parameters, body);

    public override void Compile(Compiler compiler, CompileScope scope, List<Statement> output)
    {
        var code = CompileMacro(compiler, scope, this, name, parameters, body);
        output.Add(new MacroStatement(code, scope.Symbols.Reference(name).Slot, scope.IsTopLevel));
    }

    public static void SearchMacro(NameSearch search, IReadOnlyList<(string Name, ExpressionSyntax? Default)> parameters, IReadOnlyList<StatementSyntax> body)
    {
        foreach (var (parameter, _) in parameters)
            search.Set(parameter);
        foreach (var (_, value) in parameters)
            value?.Search(search);
        search.In(body);
    }

    /// <param name="name">The macro's name; null for the body of a call block.</param>
    public static MacroCode CompileMacro(
        Compiler compiler,
        CompileScope outer,
        SyntaxNode node,
        string? name,
        IReadOnlyList<(string Name, ExpressionSyntax? Default)> parameters,
        IReadOnlyList<StatementSyntax> body)
    {
        var scope = outer.InnerFunction();
        scope.ChecksOutput = false;
        var symbols = scope.Symbols;
        foreach (var (parameter, _) in parameters)
            symbols.DeclareParameter(parameter);
        var search = new NameSearch("caller", "kwargs", "varargs").In(body);
        var isParameter = parameters.Select(parameter => parameter.Name).ToHashSet();
        if (search.Found("caller") && parameters.Any(parameter => parameter is { Name: "caller", Default: null }))
            throw compiler.Fail(node.Start, "When defining macros or call blocks the special \"caller\" argument must be omitted or be given a default.");
        Variable? Special(string special) => search.Found(special) && !isParameter.Contains(special) ? symbols.DeclareParameter(special) : null;
        var caller = Special("caller");
        var kwargs = Special("kwargs");
        var varargs = Special("varargs");
        foreach (var (_, value) in parameters)
            value?.Declare(symbols);
        foreach (var statement in body)
            statement.Declare(symbols);
        var entry = compiler.Enter(scope);
        var compiledParameters = parameters
            .Select(parameter => new MacroParameter(parameter.Name, symbols.Reference(parameter.Name).Slot, parameter.Default?.Compile(compiler, scope)))
            .ToArray();
        return new MacroCode(
            compiler.PlaceOf(node), name, scope.Function, compiledParameters, caller?.Slot, search.Found("caller"), kwargs?.Slot, varargs?.Slot, entry,
            compiler.CompileBody(body, scope));
    }
}
