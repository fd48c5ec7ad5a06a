using System.Collections.Immutable;
using System.Text;
using Daybook.Documents;
using Daybook.Export.Pdf;

namespace Daybook.Export.Mail;

/// <summary>Inlines as plain text; links with where they lead.</summary>
internal sealed class MailTextInlines : InlineVisitor<StringBuilder>
{
    public string Of(ImmutableArray<Inline> inlines)
    {
        var text = new StringBuilder();
        VisitAll(inlines, text);
        return text.ToString();
    }

    public override void Visit(TextInline textInline, StringBuilder context) => context.Append(VisibleText.Plain(textInline.Text));

    public override void Visit(Strong strong, StringBuilder context) => VisitAll(strong.Inlines, context);

    public override void Visit(Emphasis emphasis, StringBuilder context) => VisitAll(emphasis.Inlines, context);

    public override void Visit(Strikethrough strikethrough, StringBuilder context) => VisitAll(strikethrough.Inlines, context);

    public override void Visit(CodeSpan codeSpan, StringBuilder context) => context.Append(VisibleText.Plain(codeSpan.Text));

    public override void Visit(Link link, StringBuilder context)
    {
        VisitAll(link.Inlines, context);
        if (MailLink.Host(link) is not null)
            context.Append(" <").Append(link.Target).Append('>');
    }

    public override void Visit(SeverityBadge severityBadge, StringBuilder context) => context.Append('[').Append(SeverityWords.Word(severityBadge.Severity)).Append(']');

    public override void Visit(LineBreak lineBreak, StringBuilder context) => context.Append('\n');
}
