using Daybook.Jinja.Compilation;
using Daybook.Jinja.Execution;

namespace Daybook.Jinja.Syntax;

internal sealed class NameSyntax(int start, int end, string name) : ExpressionSyntax(start, end)
{
    public string Name => name;

    public override void Declare(Symbols symbols) => symbols.Load(name, Start);

    public override void Search(NameSearch search) => search.Read(name);

    public override Expression Compile(Compiler compiler, CompileScope scope)
    {
        var variable = scope.Symbols.Reference(name);
        var hops = scope.Function.Depth - variable.Function.Depth;
        return hops == 0
            ? new LocalExpression(compiler.PlaceOf(this), name, variable.Slot)
            : new OuterExpression(compiler.PlaceOf(this), name, new VariableAccess(hops, variable.Slot));
    }
}
