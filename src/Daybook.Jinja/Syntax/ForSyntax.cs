using Daybook.Jinja.Compilation;
using Daybook.Jinja.Execution;

namespace Daybook.Jinja.Syntax;

/// <summary><c>{% for target in items if test recursive %}...{% else %}...{% endfor %}</c></summary>
internal sealed class ForSyntax(
    int start,
    int end,
    TargetSyntax target,
    ExpressionSyntax items,
    ExpressionSyntax? test,
    bool isRecursive,
    IReadOnlyList<StatementSyntax> body,
    IReadOnlyList<StatementSyntax> otherwise) : StatementSyntax(start, end)
{
    public override IEnumerable<SyntaxNode> Children =>
        test is null ? [target, items, .. body, .. otherwise] : [target, items, .. body, .. otherwise, test];

    private bool NeedsLoop =>
        isRecursive || new NameSearch("loop").In(body).Found("loop") || DescendantsAndSelf().Any(node => node is BlockSyntax { IsScoped: true });

    public override void Declare(Symbols symbols) => items.Declare(symbols);

    public override void Compile(Compiler compiler, CompileScope scope, List<Statement> output)
    {
        RefuseLoopTargets(compiler);
        var compiledItems = items.Compile(compiler, scope);
        var function = isRecursive ? scope.InnerFunction() : scope;
        var loopScope = isRecursive ? function : scope.Inner();
        var loop = NeedsLoop ? loopScope.Symbols.DeclareParameter("loop") : null;
        target.DeclareParameters(loopScope.Symbols);
        DeclareAll(body, loopScope.Symbols);
        var filter = CompileTest(compiler, isRecursive ? scope.InnerOf(function) : scope.Inner());
        var elseScope = isRecursive ? scope.InnerOf(function) : scope.Inner();
        DeclareAll(otherwise, elseScope.Symbols);
        compiler.Note(loopScope);
        var code = new LoopCode(
            compiler.PlaceOf(this),
            target.Compile(compiler, loopScope),
            loop?.Slot,
            filter,
            ScopeEntry.ConstantsOf(loopScope.Symbols),
            ScopeEntry.VariablesOf(loopScope.Symbols),
            compiler.CompileBody(body, loopScope),
            otherwise.Count == 0 ? null : new ScopedBody(compiler.Enter(elseScope), compiler.CompileBody(otherwise, elseScope)));
        if (isRecursive)
            output.Add(new RecursiveForStatement(compiler.PlaceOf(items), compiledItems, new RecursiveLoop(loopScope.Function, code, compiler.Escaping)));
        else
            output.Add(new ForStatement(compiledItems, code));
    }

    private LoopFilter? CompileTest(Compiler compiler, CompileScope scope)
    {
        if (test is null)
            return null;
        target.DeclareParameters(scope.Symbols);
        test.Declare(scope.Symbols);
        var entry = compiler.Enter(scope);
        return new LoopFilter(entry, target.Compile(compiler, scope), test.Compile(compiler, scope));
    }

    private void RefuseLoopTargets(Compiler compiler)
    {
        if (DescendantsAndSelf().OfType<NameTargetSyntax>().FirstOrDefault(name => name.Name == "loop") is { } loop)
            throw compiler.Fail(loop.Start, "Can't assign to special loop variable in for-loop target");
    }
}
