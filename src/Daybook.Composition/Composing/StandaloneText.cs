using System.Collections.Concurrent;
using System.Collections.Immutable;
using Daybook.Documents;
using Daybook.Jinja;

namespace Daybook.Composition;

/// <summary>A short text with the language and the filters of reports, outside any template: the subject of a mail, for example. Nothing is escaped.</summary>
public sealed class StandaloneText
{
    /// <summary>By the tag of the locale that they write in; empty for none.</summary>
    private static readonly ConcurrentDictionary<string, JinjaEnvironment> Environments = new(StringComparer.Ordinal);

    private readonly TemplateText _text;
    private readonly JinjaTemplate _template;

    private StandaloneText(TemplateText text, JinjaTemplate template) => (_text, _template) = (text, template);

    /// <param name="name">What problems call the text, such as <c>subject</c>.</param>
    /// <param name="names">What the text may read.</param>
    /// <param name="locale">What its filters write numbers and dates in; null writes <c>1,234.50</c> and <c>2026-05-04</c>.</param>
    /// <returns>Null when there are problems.</returns>
    public static StandaloneText? Read(string text, string name, IReadOnlyCollection<string> names, DocumentLocale? locale, out ImmutableArray<Diagnostic> problems)
    {
        var placed = TemplateText.At(new SourceLocation(name, 1, 1), text);
        try
        {
            var template = Environment(locale).FromString(text, name);
            problems = [.. template.UndeclaredVariables.Where(variable => !names.Contains(variable.Name)).Select(variable => new Diagnostic(
                DiagnosticSeverity.Error, SectionCodes.UndefinedName, $"'{variable.Name}' is not known here{NearMatch.Question(variable.Name, names)}")
            {
                File = name, Line = variable.Line, Column = variable.Column, Advice = "names are " + string.Join(", ", names),
            })];
            return problems.IsEmpty ? new StandaloneText(placed, template) : null;
        }
        catch (JinjaException exception)
        {
            problems = [new Diagnostic(DiagnosticSeverity.Error, DiagnosticCodes.JinjaSyntax, exception.Error.Message) { File = name, Line = exception.Error.Line, Column = exception.Error.Column, Advice = exception.Error.Advice }];
            return null;
        }
    }

    /// <param name="values">As <see cref="JinjaValue.From"/> takes them; every name the text reads.</param>
    /// <exception cref="CompositionException">The text cannot be rendered with these values.</exception>
    public string Render(IReadOnlyDictionary<string, object?> values, CancellationToken cancellationToken)
    {
        try
        {
            return _template.Render(values, cancellationToken);
        }
        catch (JinjaException exception)
        {
            throw new CompositionException(SectionCodes.TemplateError, exception.Error.Advice is { } advice ? $"{exception.Error.Message.TrimEnd('.')}; {advice}" : exception.Error.Message, exception)
            {
                Location = _text.PlaceOf(exception.Error.Line, exception.Error.Column),
            };
        }
    }

    private static JinjaEnvironment Environment(DocumentLocale? locale) => Environments.GetOrAdd(locale?.Tag ?? "", _ => new JinjaEnvironment(new JinjaOptions
    {
        Undefined = UndefinedKind.Strict,
        Limits = new RenderLimits { OutputLength = 50_000, Steps = 100_000, Depth = 50, RangeSize = 10_000, ValueSize = 200_000, TotalSize = 2_000_000, Time = TimeSpan.FromSeconds(2) },
        Filters = ReportFilters.Of(locale),
    }));
}
