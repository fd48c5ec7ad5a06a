namespace Daybook.Jinja;

/// <summary>One problem of a template.</summary>
/// <param name="Kind"><see cref="SyntaxKind"/>, or the Python exception's name (see <see cref="Python.PyErrorKind"/>).</param>
/// <param name="Message">What is wrong, in one sentence without the place.</param>
/// <param name="TemplateName">The template's name; <c>&lt;template&gt;</c> for one made from text without a name.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, counted in UTF-16 units.</param>
/// <param name="Expression">The source text of the expression that failed, or null.</param>
/// <param name="Advice">What to do, such as "did you mean 'total'?", or null.</param>
public sealed record JinjaError(string Kind, string Message, string TemplateName, int Line, int Column, string? Expression = null, string? Advice = null)
{
    /// <summary>The template's text itself is wrong.</summary>
    public const string SyntaxKind = "TemplateSyntaxError";

    /// <summary>For example <c>report.md, line 3, column 8: 'totl' is undefined; did you mean 'total'? (in: totl + 1)</c>.</summary>
    public override string ToString() =>
        $"{TemplateName}, line {Line}, column {Column}: {(Advice is null ? Message : $"{Message.TrimEnd('.')}; {Advice}")}{(Expression is null ? "" : $" (in: {Expression})")}";
}
