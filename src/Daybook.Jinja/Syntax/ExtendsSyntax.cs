using Daybook.Jinja.Compilation;
using Daybook.Jinja.Execution;

namespace Daybook.Jinja.Syntax;

/// <summary><c>{% extends template %}</c></summary>
internal sealed class ExtendsSyntax(int start, int end, ExpressionSyntax template) : StatementSyntax(start, end)
{
    public override IEnumerable<SyntaxNode> Children => [template];

    public override void Compile(Compiler compiler, CompileScope scope, List<Statement> output)
    {
        if (!scope.IsTopLevel)
            throw compiler.Fail(Start, "cannot use extend from a non top-level scope", "move it out of the loop, block or macro");
        output.Add(new ExtendsStatement(compiler.PlaceOf(this), template.Compile(compiler, scope)));
        compiler.EndsBlock = compiler.HasKnownExtends;
        compiler.HasKnownExtends |= scope.IsRootLevel;
        compiler.ExtendsCount++;
    }
}
