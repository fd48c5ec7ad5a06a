using Daybook.Documents;

namespace Daybook.Export;

internal sealed class HtmlInlines(Anchors anchors) : MarkupInlines
{
    public override void Visit(Strikethrough strikethrough, HtmlWriter context)
    {
        context.Raw("<del>"u8);
        VisitAll(strikethrough.Inlines, context);
        context.Raw("</del>"u8);
    }

    public override void Visit(CodeSpan codeSpan, HtmlWriter context) => context.Raw("<code>"u8).Text(codeSpan.Text).Raw("</code>"u8);

    public override void Visit(Link link, HtmlWriter context)
    {
        if (LinkTarget.Checked(link.Target, anchors) is not { } target)
        {
            VisitAll(link.Inlines, context);
            return;
        }

        context.Raw("<a"u8).Attribute("href"u8, target);
        if (target[0] != '#')
            context.Raw(" rel=\"noopener noreferrer\""u8);
        context.Raw(">"u8);
        VisitAll(link.Inlines, context);
        context.Raw("</a>"u8);
    }

    public override void Visit(SeverityBadge severityBadge, HtmlWriter context) => HtmlSeverity.Badge(severityBadge.Severity, context);
}
