using Daybook.Jinja.Compilation;
using Daybook.Jinja.Execution;

namespace Daybook.Jinja.Syntax;

/// <summary><c>{{ value }}</c>, <c>{% print first, second %}</c></summary>
internal sealed class PrintSyntax(int start, int end, IReadOnlyList<ExpressionSyntax> values) : StatementSyntax(start, end)
{
    public override IEnumerable<SyntaxNode> Children => values;

    public override void Compile(Compiler compiler, CompileScope scope, List<Statement> output) =>
        AddOutput(values.Select(value => PrintStatement.Of(value.Compile(compiler, scope), compiler)), compiler, scope, output);

    /// <summary>Adds what prints; nothing prints in a template that extends another.</summary>
    public static void AddOutput(IEnumerable<Statement> printing, Compiler compiler, CompileScope scope, List<Statement> output)
    {
        if (!scope.ChecksOutput)
            output.AddRange(printing);
        else if (!compiler.HasKnownExtends)
            output.Add(new UnlessExtendedStatement([.. printing]));
    }
}
