using Daybook.Documents;

namespace Daybook.Export.Mail;

internal sealed class MailInlines(MailMarkup markup) : MarkupInlines
{
    public override void Visit(Strikethrough strikethrough, HtmlWriter context)
    {
        context.Raw("<s>"u8);
        VisitAll(strikethrough.Inlines, context);
        context.Raw("</s>"u8);
    }

    public override void Visit(CodeSpan codeSpan, HtmlWriter context)
    {
        context.Raw("<code"u8);
        markup.Look($"padding:1px 4px;border-radius:3px;font-family:{MailMarkup.Mono};font-size:88%", ThemeColor.Ink, ThemeColor.Surface);
        context.Text(codeSpan.Text).Raw("</code>"u8);
    }

    /// <summary>Where a link leads stands behind it: a mail is where false links do their harm.</summary>
    public override void Visit(Link link, HtmlWriter context)
    {
        if (MailLink.Host(link) is not { } host)
        {
            VisitAll(link.Inlines, context);
            return;
        }

        context.Raw("<a"u8).Attribute("href"u8, link.Target);
        markup.Look("text-decoration:underline", ThemeColor.Link);
        VisitAll(link.Inlines, context);
        context.Raw("</a>"u8);
        if (!PlainText.Of(link.Inlines).Contains(host, StringComparison.OrdinalIgnoreCase))
            context.Raw(" ("u8).PlainText(host).Raw(")"u8);
    }

    public override void Visit(SeverityBadge severityBadge, HtmlWriter context) => markup.Badge(severityBadge.Severity);
}
