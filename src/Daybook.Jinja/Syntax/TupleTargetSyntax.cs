using System.Collections.Immutable;
using Daybook.Jinja.Compilation;
using Daybook.Jinja.Execution;

namespace Daybook.Jinja.Syntax;

internal sealed class TupleTargetSyntax(int start, int end, ImmutableArray<TargetSyntax> items) : TargetSyntax(start, end)
{
    public override IEnumerable<SyntaxNode> Children => items;

    public override IEnumerable<NameTargetSyntax> Names => items.SelectMany(item => item.Names);

    public override AssignmentTarget Compile(Compiler compiler, CompileScope scope) => new TupleTarget([.. items.Select(item => item.Compile(compiler, scope))]);
}
