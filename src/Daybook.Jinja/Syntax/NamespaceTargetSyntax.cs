using Daybook.Jinja.Compilation;
using Daybook.Jinja.Execution;

namespace Daybook.Jinja.Syntax;

/// <summary><c>name.attribute</c>, where name is a namespace.</summary>
internal sealed class NamespaceTargetSyntax(int start, int end, string name, string attribute) : TargetSyntax(start, end)
{
    public override IEnumerable<NameTargetSyntax> Names => [];

    public override void Declare(Symbols symbols) => symbols.Load(name, Start);

    public override AssignmentTarget Compile(Compiler compiler, CompileScope scope) =>
        new NamespaceTarget(VariableAccess.Of(scope, name), attribute);
}
