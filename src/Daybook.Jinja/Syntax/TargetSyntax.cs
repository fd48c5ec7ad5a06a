using Daybook.Jinja.Compilation;
using Daybook.Jinja.Execution;

namespace Daybook.Jinja.Syntax;

/// <summary>What a value is assigned to.</summary>
internal abstract class TargetSyntax : SyntaxNode
{
    private protected TargetSyntax(int start, int end)
        : base(start, end)
    {
    }

    public override IEnumerable<SyntaxNode> Children => [];

    /// <summary>The names that are set.</summary>
    public abstract IEnumerable<NameTargetSyntax> Names { get; }

    /// <summary>Declares the names as set by whoever enters the scope.</summary>
    public void DeclareParameters(Symbols symbols)
    {
        foreach (var name in Names)
            symbols.DeclareParameter(name.Name);
    }

    public abstract AssignmentTarget Compile(Compiler compiler, CompileScope scope);
}
