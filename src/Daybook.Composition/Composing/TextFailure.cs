using System.Text.RegularExpressions;
using Daybook.Jinja;
using Daybook.Jinja.Python;

namespace Daybook.Composition;

/// <summary>Turns an error of the template language into a sentence with its place in the template's file.</summary>
internal static partial class TextFailure
{
    public static CompositionException Of(JinjaException exception, TemplateText text, string name, DataScope scope)
    {
        var error = exception.Error;
        var place = error.TemplateName == name ? text.PlaceOf(error.Line, error.Column) : new SourceLocation(error.TemplateName, error.Line, error.Column);
        var undefined = UndefinedName().Match(error.Message) is { Success: true } match ? match.Groups["name"].Value : null;
        if (undefined is not null && scope.Explain(undefined) is { } reason)
            return new CompositionException(reason.Code, reason.Message, exception) { Location = place };
        var advice = error.Advice is not null ? "; " + error.Advice : undefined is not null ? NearMatch.Question(undefined, scope.Names) : "";
        var expression = error.Expression is null ? "" : $" (in: {error.Expression})";
        return new CompositionException(CodeOf(error.Kind), $"{error.Message.TrimEnd('.')}{advice}{expression}", exception) { Location = place };
    }

    private static string CodeOf(string kind) => kind switch
    {
        nameof(PyErrorKind.UndefinedError) => SectionCodes.UndefinedName,
        nameof(PyErrorKind.LimitError) => SectionCodes.TemplateLimit,
        nameof(PyErrorKind.SecurityError) => SectionCodes.TemplateSecurity,
        "TemplateNotFound" or "TemplatesNotFound" => SectionCodes.UnknownInclude,
        JinjaError.SyntaxKind => DiagnosticCodes.JinjaSyntax,
        _ => SectionCodes.TemplateError,
    };

    [GeneratedRegex("^'(?<name>[^']+)' is undefined")]
    private static partial Regex UndefinedName();
}
