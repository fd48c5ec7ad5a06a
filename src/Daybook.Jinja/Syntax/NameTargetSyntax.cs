using Daybook.Jinja.Compilation;
using Daybook.Jinja.Execution;

namespace Daybook.Jinja.Syntax;

internal sealed class NameTargetSyntax(int start, int end, string name) : TargetSyntax(start, end)
{
    public string Name => name;

    public override IEnumerable<NameTargetSyntax> Names => [this];

    public override void Declare(Symbols symbols) => symbols.Store(name);

    public override void Search(NameSearch search) => search.Set(name);

    public override AssignmentTarget Compile(Compiler compiler, CompileScope scope) => new VariableTarget(scope.Symbols.Reference(name).Slot);
}
