using System.Collections.Concurrent;
using Daybook.Documents;
using Daybook.Jinja;

namespace Daybook.Composition;

/// <summary>Renders the texts and expressions of a template; what goes wrong is told with its place in the template's file.</summary>
internal sealed class TextRenderer(ComposerOptions options, DocumentLocale? locale = null)
{
    private readonly JinjaEnvironment _markdown = Environment(options, locale, AutoescapeMode.Markdown);
    private readonly JinjaEnvironment _plain = Environment(options, locale, AutoescapeMode.None);

    /// <summary>Figures of prompts stand as in English, whatever the report's language, so that those of the answer can be told from them.</summary>
    private readonly JinjaEnvironment _prompt = Environment(options, null, AutoescapeMode.Prompt);
    private readonly ConcurrentDictionary<string, TextRenderer> _others = new(StringComparer.Ordinal);

    public JinjaEnvironment Language => _markdown;

    /// <summary>The same, with filters that write numbers and dates as a locale does.</summary>
    /// <param name="other">Null is this one.</param>
    public TextRenderer For(DocumentLocale? other) => other is null ? this : _others.GetOrAdd(other.Tag, _ => new TextRenderer(options, other));

    /// <summary>Markdown in which text from data is escaped.</summary>
    /// <exception cref="CompositionException">The text cannot be rendered, or needs data that could not be had.</exception>
    public string Markdown(TemplateText text, DataScope scope, CancellationToken cancellationToken) => Render(_markdown, text, scope, cancellationToken);

    /// <summary>Text in which nothing is escaped: titles and settings, which are never read as Markdown.</summary>
    /// <exception cref="CompositionException">The text cannot be rendered, or needs data that could not be had.</exception>
    public string Plain(TemplateText text, DataScope scope, CancellationToken cancellationToken) => Render(_plain, text, scope, cancellationToken);

    /// <summary>A prompt, in which text from data stands between <c>⟦</c> and <c>⟧</c>.</summary>
    /// <exception cref="CompositionException">The text cannot be rendered, or needs data that could not be had.</exception>
    public string Prompt(TemplateText text, DataScope scope, CancellationToken cancellationToken) => Render(_prompt, text, scope, cancellationToken);

    /// <summary>The truth of an expression.</summary>
    /// <exception cref="CompositionException">The expression cannot be evaluated, or needs data that could not be had.</exception>
    public bool IsTrue(TemplateText text, DataScope scope, CancellationToken cancellationToken) => Guard(text, scope, () =>
    {
        var expression = _plain.CompileExpression(text.Text, Name(text));
        Explain(expression.UndeclaredVariables, scope, text);
        return expression.IsTrue(scope.Values(expression.UndeclaredVariables.Select(variable => variable.Name)), cancellationToken);
    });

    /// <summary>An expression that is evaluated many times, inside <see cref="Guard"/>.</summary>
    /// <exception cref="CompositionException">The text is not an expression, or reads a name that does not exist.</exception>
    public JinjaExpression Expression(TemplateText text, DataScope scope) => Guard(text, scope, () =>
    {
        var expression = _plain.CompileExpression(text.Text, Name(text));
        Explain(expression.UndeclaredVariables, scope, text);
        return expression;
    });

    /// <summary>The names a text reads from its context.</summary>
    public IReadOnlyList<string> NamesIn(TemplateText text, DataScope scope) =>
        Guard(text, scope, () => _markdown.FromString(text.Text, Name(text)).UndeclaredVariables.Select(variable => variable.Name).ToList());

    private static JinjaEnvironment Environment(ComposerOptions options, DocumentLocale? locale, AutoescapeMode mode) => new(new JinjaOptions
    {
        Undefined = UndefinedKind.Strict,
        Autoescape = _ => mode,
        Limits = options.TemplateLimits,
        Time = options.Time,
        Loader = options.Includes,
        Filters = ReportFilters.Of(locale),
    });

    private static string Render(JinjaEnvironment environment, TemplateText text, DataScope scope, CancellationToken cancellationToken) => Guard(text, scope, () =>
    {
        var template = environment.FromString(text.Text, Name(text));
        Explain(template.UndeclaredVariables, scope, text);
        if (!LoadedText.IsUsedBy(text.Text))
            return template.Render(scope.Values(template.UndeclaredVariables.Select(variable => variable.Name)), cancellationToken);
        return scope.AnyFailure is { } failure ? throw failure : template.Render(scope.Values(null), cancellationToken);
    });

    /// <summary>A name whose data failed fails the text, even where the text would go on without it: "no findings" is not what happened.</summary>
    private static void Explain(IEnumerable<UndeclaredVariable> variables, DataScope scope, TemplateText text)
    {
        foreach (var variable in variables)
        {
            if (scope.Explain(variable.Name) is { } reason)
                throw new CompositionException(reason.Code, reason.Message) { Location = text.PlaceOf(variable.Line, variable.Column) };
        }
    }

    /// <summary>Tells what goes wrong inside as a failure of the text.</summary>
    public static T Guard<T>(TemplateText text, DataScope scope, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (JinjaException exception)
        {
            throw TextFailure.Of(exception, text, Name(text), scope);
        }
    }

    private static string Name(TemplateText text) => text.File;
}
