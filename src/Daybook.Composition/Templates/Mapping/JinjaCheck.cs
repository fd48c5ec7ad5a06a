using Daybook.Jinja;

namespace Daybook.Composition;

/// <summary>Compiles the Jinja of a template and reports what is wrong with it at its place in the file.</summary>
internal sealed class JinjaCheck(JinjaEnvironment environment, DiagnosticBag diagnostics)
{
    public DiagnosticBag Diagnostics => diagnostics;

    /// <summary>The names the text looks up; none when it is not valid.</summary>
    public IReadOnlyList<UndeclaredVariable> Text(TemplateText text) => Compile(text, static (jinja, source) => jinja.FromString(source).UndeclaredVariables);

    /// <summary>The names the expression looks up; none when it is not valid.</summary>
    public IReadOnlyList<UndeclaredVariable> Expression(TemplateText text)
    {
        if (!text.Text.AsSpan().TrimStart().StartsWith("{{") && !text.Text.AsSpan().TrimStart().StartsWith("{%"))
            return Compile(text, static (jinja, source) => jinja.CompileExpression(source).UndeclaredVariables);
        diagnostics.Error(
            DiagnosticCodes.JinjaSyntax,
            text.Location,
            "an expression stands without braces around it",
            "Remove '{{' and '}}'.");
        return [];
    }

    /// <summary>Checks every text with Jinja inside a value.</summary>
    public void Value(TemplateValue value) =>
        value.Resolve(text =>
        {
            Text(text);
            return JsonValues.Null;
        });

    private IReadOnlyList<UndeclaredVariable> Compile(TemplateText text, Func<JinjaEnvironment, string, IReadOnlyList<UndeclaredVariable>> compile)
    {
        try
        {
            return compile(environment, text.Text);
        }
        catch (JinjaException problem)
        {
            diagnostics.Error(
                DiagnosticCodes.JinjaSyntax,
                text.PlaceOf(problem.Error.Line, problem.Error.Column),
                MessageOf(problem.Error));
            return [];
        }
    }

    public static string MessageOf(JinjaError error) => error.Advice is null ? error.Message : $"{error.Message.TrimEnd('.')}; {error.Advice}";
}
