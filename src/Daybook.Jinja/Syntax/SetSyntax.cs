using Daybook.Jinja.Compilation;
using Daybook.Jinja.Execution;

namespace Daybook.Jinja.Syntax;

/// <summary><c>{% set target = value %}</c></summary>
internal sealed class SetSyntax(int start, int end, TargetSyntax target, ExpressionSyntax value) : StatementSyntax(start, end)
{
    public override IEnumerable<SyntaxNode> Children => [target, value];

    public override void Declare(Symbols symbols)
    {
        value.Declare(symbols);
        target.Declare(symbols);
    }

    public override void Compile(Compiler compiler, CompileScope scope, List<Statement> output)
    {
        var compiled = value.Compile(compiler, scope);
        output.Add(new SetStatement(compiler.PlaceOf(this), target.Compile(compiler, scope), compiled));
        AddExport(target, scope, output);
    }

    /// <summary>Makes what is set at the top of a template part of its context.</summary>
    public static void AddExport(TargetSyntax target, CompileScope scope, List<Statement> output)
    {
        if (scope.IsTopLevel)
            output.AddRange(target.Names.DistinctBy(name => name.Name).Select(name => new ExportStatement(name.Name, scope.Symbols.Reference(name.Name).Slot)));
    }
}
