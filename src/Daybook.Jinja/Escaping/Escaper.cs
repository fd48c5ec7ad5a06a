using Daybook.Jinja.Execution;
using Daybook.Jinja.Python;

namespace Daybook.Jinja;

/// <summary>Makes text from data harmless where it lands in the output.</summary>
internal abstract class Escaper
{
    public static Escaper Html { get; } = new HtmlEscaper();

    public static Escaper Markdown { get; } = new MarkdownEscaper();

    public static Escaper Prompt { get; } = new PromptEscaper();

    /// <summary>Null where nothing is escaped.</summary>
    public static Escaper? Of(AutoescapeMode mode) => mode switch
    {
        AutoescapeMode.None => null,
        AutoescapeMode.Html => Html,
        AutoescapeMode.Markdown => Markdown,
        AutoescapeMode.Prompt => Prompt,
        _ => throw new InvalidOperationException($"unknown mode {mode}"),
    };

    public abstract string Escape(string text);

    public abstract void Write(OutputBuffer output, string text);

    /// <summary>Escapes the value's text; what is safe already stays as it is.</summary>
    public Markup Escape(object? value) => value switch
    {
        Markup markup => markup,
        string text => Mark(Escape(text)),
        Module module => Mark(module.Text),
        _ => Mark(Escape(PyText.Str(value))),
    };

    /// <summary>Text that is safe where this escaper's output goes.</summary>
    public Markup Mark(string text) => new(text) { Escaper = this };
}
