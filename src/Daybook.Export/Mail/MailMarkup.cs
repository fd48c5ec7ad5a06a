using Daybook.Documents;

namespace Daybook.Export.Mail;

/// <summary>
/// Writes elements with their looks inside them, as mail clients need it. Each colour is also a class, by which clients that know a
/// dark page put the theme's dark colour in its place.
/// </summary>
/// <param name="side">Where lines begin: <c>left</c> or <c>right</c>.</param>
internal sealed class MailMarkup(HtmlWriter writer, Theme theme, string side)
{
    public const string Sans = "-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

    public const string Mono = "ui-monospace,Menlo,Consolas,'Liberation Mono',monospace";

    public HtmlWriter Writer => writer;

    public Theme Theme => theme;

    public string Side => side;

    /// <summary>The rest of an opening tag: colours, then the given declarations. Tables and cells also say their ground as an attribute.</summary>
    /// <param name="also">Further classes.</param>
    /// <param name="isEmpty">Nothing stands in the element, so that the tag closes it.</param>
    public MailMarkup Look(string style, ThemeColor? front = null, ThemeColor? ground = null, ThemeColor? border = null, bool isCell = false, string? also = null, bool isEmpty = false)
    {
        string?[] classes = [front is { } f ? "c-" + StyleSheet.ColorName(f) : null, ground is { } g ? "b-" + StyleSheet.ColorName(g) : null, border is { } b ? "r-" + StyleSheet.ColorName(b) : null, also];
        if (classes.Any(one => one is not null))
            writer.Raw(" class=\""u8).Raw(string.Join(' ', classes.Where(one => one is not null))).Raw("\""u8);
        if (isCell && ground is { } behind)
            writer.Raw(" bgcolor=\""u8).Raw(theme.Light[behind].ToString()).Raw("\""u8);
        writer.Raw(" style=\""u8);
        if (front is { } text)
            writer.Raw("color:"u8).Raw(theme.Light[text].ToString()).Raw(";"u8);
        if (ground is { } back)
            writer.Raw("background-color:"u8).Raw(theme.Light[back].ToString()).Raw(";"u8);
        if (border is { } line)
            writer.Raw("border-color:"u8).Raw(theme.Light[line].ToString()).Raw(";"u8);
        writer.Raw(style).Raw(isEmpty ? "\" />"u8 : "\">"u8);
        return this;
    }

    /// <summary>A table without borders that readers aloud pass over.</summary>
    public MailMarkup Table(string attributes = "width=\"100%\"")
    {
        writer.Raw("<table role=\"presentation\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" "u8).Raw(attributes);
        return this;
    }

    /// <summary>Markup that only the mail clients that draw with a word processor read.</summary>
    public MailMarkup WordOnly(string markup)
    {
        writer.Raw("<!--[if mso]>"u8).Raw(markup).Raw("<![endif]-->"u8);
        return this;
    }

    /// <summary>A row of the page with the usual margins at its sides.</summary>
    public MailMarkup OpenRow(string padding)
    {
        writer.Raw("<tr><td align=\""u8).Raw(side).Raw("\""u8);
        return Look($"padding:{padding};font-family:{Sans};font-size:15px;line-height:1.5;word-break:break-word;overflow-wrap:anywhere", ThemeColor.Ink, also: "row");
    }

    public MailMarkup CloseRow()
    {
        writer.Raw("</td></tr>\n"u8);
        return this;
    }

    /// <summary>The severity as colour, shape and word.</summary>
    public MailMarkup Badge(Severity severity, string size = "13px")
    {
        writer.Raw("<span"u8);
        Look($"display:inline-block;padding:1px 7px;border-radius:4px;font-size:{size};line-height:1.45;font-weight:600;white-space:nowrap", ThemeColors.Text(severity), ThemeColors.Tint(severity));
        writer.Raw(Mark(severity)).Raw("&#160;"u8).Raw(SeverityWords.Word(severity)).Raw("</span>"u8);
        return this;
    }

    /// <summary>Each severity has a shape of its own, so that colour is never alone.</summary>
    public static string Mark(Severity severity) => severity switch
    {
        Severity.Critical => "◆",
        Severity.High => "▲",
        Severity.Medium => "■",
        Severity.Low => "▼",
        Severity.Minimal => "●",
        Severity.Unknown => "○",
        Severity.Info => "–",
        _ => throw new ArgumentOutOfRangeException(nameof(severity), severity, null),
    };
}
