using Daybook.Documents;

namespace Daybook.Export;

/// <summary>Writes what any HTML says alike, on a page and in a mail.</summary>
internal abstract class MarkupInlines : InlineVisitor<HtmlWriter>
{
    public sealed override void Visit(TextInline textInline, HtmlWriter context) => context.Text(textInline.Text);

    public sealed override void Visit(Strong strong, HtmlWriter context)
    {
        context.Raw("<strong>"u8);
        VisitAll(strong.Inlines, context);
        context.Raw("</strong>"u8);
    }

    public sealed override void Visit(Emphasis emphasis, HtmlWriter context)
    {
        context.Raw("<em>"u8);
        VisitAll(emphasis.Inlines, context);
        context.Raw("</em>"u8);
    }

    public sealed override void Visit(LineBreak lineBreak, HtmlWriter context) => context.Raw("<br />"u8);
}
