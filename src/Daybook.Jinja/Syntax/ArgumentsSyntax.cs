using Daybook.Jinja.Compilation;
using Daybook.Jinja.Execution;

namespace Daybook.Jinja.Syntax;

/// <summary>What stands between the parentheses of a call.</summary>
internal sealed class ArgumentsSyntax
{
    public List<ExpressionSyntax> Positional { get; } = [];

    public List<(string Name, ExpressionSyntax Value)> Keywords { get; } = [];

    /// <summary>The names in <see cref="Keywords"/>.</summary>
    public HashSet<string> KeywordNames { get; } = [];

    /// <summary>The value after <c>*</c>.</summary>
    public ExpressionSyntax? Star { get; set; }

    /// <summary>The value after <c>**</c>.</summary>
    public ExpressionSyntax? DoubleStar { get; set; }

    public IEnumerable<ExpressionSyntax?> Parts => Positional.Concat(Keywords.Select(keyword => keyword.Value)).Append(Star!).Append(DoubleStar!);

    public ArgumentList Compile(Compiler compiler, CompileScope scope) => new(
        [.. Positional.Select(value => value.Compile(compiler, scope))],
        [.. Keywords.Select(keyword => keyword.Name)],
        [.. Keywords.Select(keyword => keyword.Value.Compile(compiler, scope))],
        Star?.Compile(compiler, scope),
        DoubleStar?.Compile(compiler, scope));
}
