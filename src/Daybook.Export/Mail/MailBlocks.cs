using Daybook.Documents;
using Daybook.Export.Charts;

namespace Daybook.Export.Mail;

/// <summary>Writes blocks that were made short enough; the context is the level of the heading above.</summary>
internal sealed class MailBlocks(MailMarkup markup, MailPictures pictures, MailOptions options) : BlockVisitor<int>
{
    private const string ParagraphStyle = "margin:0 0 12px";

    private readonly MailInlines _inlines = new(markup);

    private HtmlWriter Writer => markup.Writer;

    public override void Visit(Section section, int context) => VisitAll(section.Blocks, context);

    public override void Visit(Heading heading, int context)
    {
        Writer.Raw("<h3"u8);
        markup.Look("margin:14px 0 6px;font-size:16px;line-height:1.35;font-weight:700", ThemeColor.Ink);
        _inlines.VisitAll(heading.Inlines, Writer);
        Writer.Raw("</h3>\n"u8);
    }

    public override void Visit(Paragraph paragraph, int context)
    {
        Writer.Raw("<p style=\""u8).Raw(ParagraphStyle).Raw("\">"u8);
        _inlines.VisitAll(paragraph.Inlines, Writer);
        Writer.Raw("</p>\n"u8);
    }

    /// <summary>A table for each list: the marks of lists stand elsewhere in every client.</summary>
    public override void Visit(ListBlock list, int context)
    {
        markup.Table().Look("margin:0 0 12px");
        for (var i = 0; i < list.Items.Length; i++)
        {
            var item = list.Items[i];
            Writer.Raw("<tr><td width=\"24\" valign=\"top\""u8);
            markup.Look($"width:24px;padding:0 4px 4px 0;font-family:{MailMarkup.Sans};font-size:15px;line-height:1.5", ThemeColor.Muted);
            if (item.Checked is { } done)
                Writer.Raw(done ? "☑"u8 : "☐"u8);
            else if (list.Ordered)
                Writer.Number(list.Start + i).Raw("."u8);
            else
                Writer.Raw("•"u8);
            Writer.Raw("</td><td valign=\"top\""u8);
            markup.Look($"padding:0 0 4px;font-family:{MailMarkup.Sans};font-size:15px;line-height:1.5;word-break:break-word", ThemeColor.Ink);
            Item(item);
            Writer.Raw("</td></tr>\n"u8);
        }

        Writer.Raw("</table>\n"u8);
    }

    public override void Visit(Table table, int context) => new MailTable(markup, _inlines).Write(table);

    public override void Visit(Chart chart, int context)
    {
        if (chart.Title is { Length: > 0 } title)
        {
            Writer.Raw("<p"u8);
            markup.Look("margin:12px 0 0;font-size:16px;line-height:1.35;font-weight:700", ThemeColor.Ink);
            Writer.PlainText(MailContent.Line(title, MailContent.LongestTitle)).Raw("</p>\n"u8);
        }

        if (ChartCaption.Of(chart.Options) is { Length: > 0 } caption)
        {
            Writer.Raw("<p"u8);
            markup.Look("margin:0 0 6px;font-size:13px;line-height:1.45", ThemeColor.Muted);
            Writer.PlainText(MailContent.Line(caption, MailContent.LongestTitle)).Raw("</p>\n"u8);
        }

        Picture(pictures.Chart(chart, narrow: false), narrow: false);
        Picture(pictures.Chart(chart, narrow: true), narrow: true);
        foreach (var note in ChartData.Of(chart).Notes)
        {
            Writer.Raw("<p"u8);
            markup.Look("margin:0 0 10px;font-size:13px", ThemeColor.Muted);
            Writer.PlainText(note).Raw("</p>\n"u8);
        }
    }

    public override void Visit(MetricCards cards, int context) => new MailCards(markup, pictures, options).Write(cards.Cards);

    public override void Visit(Callout callout, int context)
    {
        markup.Table().Look("margin:2px 0 14px;border-collapse:separate");
        Writer.Raw("<tr><td"u8);
        markup.Look(
            $"padding:12px 14px 2px;border-left-width:4px;border-left-style:solid;border-radius:4px;font-family:{MailMarkup.Sans};font-size:15px;line-height:1.5;word-break:break-word;overflow-wrap:anywhere",
            ThemeColor.Ink, ThemeColors.Tint(callout.Severity), ThemeColors.Solid(callout.Severity), isCell: true);
        Writer.Raw("<p"u8);
        markup.Look("margin:0 0 6px;font-weight:700", ThemeColors.Text(callout.Severity));
        Writer.Raw(MailMarkup.Mark(callout.Severity)).Raw("&#160;"u8).Raw(SeverityWords.Word(callout.Severity));
        if (callout.Title is { Length: > 0 } title)
            Writer.Raw(": "u8).PlainText(title);
        Writer.Raw("</p>\n"u8);
        VisitAll(callout.Blocks, context);
        Writer.Raw("</td></tr></table>\n"u8);
    }

    public override void Visit(CodeBlock code, int context)
    {
        markup.Table().Look("margin:0 0 12px;border-collapse:separate;table-layout:fixed");
        Writer.Raw("<tr><td"u8);
        markup.Look($"padding:10px 12px;border-radius:4px;font-family:{MailMarkup.Mono};font-size:13px;line-height:1.5;white-space:pre-wrap;word-break:break-word;overflow-wrap:anywhere", ThemeColor.Ink, ThemeColor.Surface, isCell: true);
        Writer.Text(code.Text).Raw("</td></tr></table>\n"u8);
    }

    public override void Visit(Quote quote, int context)
    {
        markup.Table().Look("margin:0 0 12px");
        Writer.Raw("<tr><td"u8);
        markup.Look($"padding:2px 0 0 14px;border-left-width:3px;border-left-style:solid;font-family:{MailMarkup.Sans};font-size:15px;line-height:1.5;word-break:break-word;overflow-wrap:anywhere", ThemeColor.Muted, border: ThemeColor.Rule);
        VisitAll(quote.Blocks, context);
        Writer.Raw("</td></tr></table>\n"u8);
    }

    /// <summary>Pictures of the report itself stay there; the mail names them.</summary>
    public override void Visit(Image image, int context)
    {
    }

    public override void Visit(Divider divider, int context)
    {
        markup.Table().Look("margin:4px 0 14px");
        Writer.Raw("<tr><td height=\"1\""u8);
        markup.Look("height:1px;line-height:1px;font-size:1px", ground: ThemeColor.Rule, isCell: true);
        Writer.Raw("&#160;</td></tr></table>\n"u8);
    }

    public override void Visit(PageBreak pageBreak, int context)
    {
    }

    private void Item(ListItem item)
    {
        var blocks = item.Blocks;
        if (blocks is [Paragraph first, ..])
        {
            _inlines.VisitAll(first.Inlines, Writer);
            blocks = blocks.RemoveAt(0);
        }

        VisitAll(blocks, 3);
    }

    /// <summary>On paper of its own, whatever the colours around it: a picture does not change at night.</summary>
    private void Picture(MailPicture picture, bool narrow)
    {
        // Clients that cannot choose show the wide one. The narrow one grows with the phone, as it has dots to spare.
        Writer.Raw(narrow ? "<div class=\"narrow\" style=\"display:none;max-height:0;overflow:hidden;mso-hide:all\">"u8 : "<div class=\"wide\">"u8);
        Writer.Raw("<img src=\"cid:"u8).Raw(picture.ContentId).Raw("\" width=\""u8).Number(picture.Picture.Width).Raw("\""u8).Attribute("alt"u8, MailContent.Line(picture.Picture.Alternative, MailContent.LongestReason));
        markup.Look(
            $"display:block;width:100%;max-width:{(narrow ? "100%" : $"{picture.Picture.Width}px")};height:auto;margin:4px 0 12px;padding:8px;box-sizing:border-box;border-radius:6px;background-color:{options.Theme.Light[ThemeColor.Page]};color:{options.Theme.Light[ThemeColor.Muted]};font-size:14px;line-height:1.5",
            isEmpty: true);
        Writer.Raw("</div>\n"u8);
    }
}
