using System.Collections.Frozen;
using Daybook.Jinja.Compilation;
using Daybook.Jinja.Execution;

namespace Daybook.Jinja.Syntax;

/// <summary><c>value | name(arguments)</c>; without a value in filter and set blocks, where it is the block's text.</summary>
internal sealed class FilterSyntax(int start, int end, int nameStart, ExpressionSyntax? value, string name, ArgumentsSyntax arguments)
    : ExpressionSyntax(start, end, arguments.Parts.Prepend(value))
{
    /// <summary>The filters that give a part of what they are applied to.</summary>
    private static readonly FrozenSet<string> Choosing =
        FrozenSet.Create(StringComparer.Ordinal, "attr", "d", "default", "first", "last", "max", "min", "random");

    /// <summary>The filter applied to a block's captured text.</summary>
    public Expression CompileFor(CapturedExpression captured, Compiler compiler, CompileScope scope) =>
        Compile(compiler, scope, value is FilterSyntax inner ? inner.CompileFor(captured, compiler, scope) : captured);

    public override Expression Compile(Compiler compiler, CompileScope scope) => Compile(compiler, scope, value!.Compile(compiler, scope));

    private FilterExpression Compile(Compiler compiler, CompileScope scope, Expression compiledValue)
    {
        var function = compiler.Find(compiler.Environment.Filters, "filter", name, nameStart, scope);
        return new FilterExpression(compiler.PlaceOf(this), function, !Choosing.Contains(name), compiledValue, arguments.Compile(compiler, scope));
    }
}
