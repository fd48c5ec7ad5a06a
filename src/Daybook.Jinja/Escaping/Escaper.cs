using Daybook.Jinja.Python;

namespace Daybook.Jinja;

/// <summary>Makes text from data harmless where it lands in the output.</summary>
internal abstract class Escaper
{
    public static Escaper Html { get; } = new HtmlEscaper();

    public abstract string Escape(string text);

    /// <summary>Escapes the value's text; <see cref="Markup"/> stays as it is.</summary>
    public Markup Escape(object? value) => value switch
    {
        Markup markup => markup,
        string text => new Markup(Escape(text)) { Escaper = this },
        _ => new Markup(Escape(PyText.Str(value))) { Escaper = this },
    };
}
