using Daybook.Documents;

namespace Daybook.Export;

/// <summary>Writes blocks; the context says how deep their headings stand.</summary>
internal sealed class HtmlBlocks(HtmlWriter writer, Anchors anchors, ExportOptions options) : BlockVisitor<HeadingLevels>
{
    private readonly HtmlInlines _inlines = new(anchors);
    private int _tables;
    private int _charts;

    public override void Visit(Section section, HeadingLevels context) =>
        new HtmlSection(writer, anchors, options).Write(section, context, levels => VisitAll(section.Blocks, levels));

    public override void Visit(Heading heading, HeadingLevels context)
    {
        var level = context.Place(heading.Level);
        writer.Raw("<h"u8).Number(level).Raw(">"u8);
        _inlines.VisitAll(heading.Inlines, writer);
        writer.Raw("</h"u8).Number(level).Raw(">\n"u8);
    }

    public override void Visit(Paragraph paragraph, HeadingLevels context)
    {
        writer.Raw("<p>"u8);
        _inlines.VisitAll(paragraph.Inlines, writer);
        writer.Raw("</p>\n"u8);
    }

    public override void Visit(ListBlock list, HeadingLevels context)
    {
        writer.Raw(list.Ordered ? "<ol"u8 : "<ul"u8);
        if (list.Ordered && list.Start != 1)
            writer.Raw(" start=\""u8).Number(list.Start).Raw("\""u8);
        writer.Raw(">\n"u8);
        foreach (var item in list.Items)
            Item(item, context);
        writer.Raw(list.Ordered ? "</ol>\n"u8 : "</ul>\n"u8);
    }

    public override void Visit(Table table, HeadingLevels context) =>
        new HtmlTable(writer, _inlines).Write(table, $"Table {++_tables}");

    public override void Visit(Chart chart, HeadingLevels context) =>
        new HtmlChart(writer, _inlines, options).Write(chart, ++_charts);

    public override void Visit(MetricCards cards, HeadingLevels context) => new HtmlCards(writer, _inlines).Write(cards);

    public override void Visit(Callout callout, HeadingLevels context)
    {
        writer.Raw("<div class=\"callout "u8).Raw(HtmlSeverity.Class(callout.Severity)).Raw("\" role=\"note\"><p class=\"callout-title\">"u8);
        HtmlSeverity.Badge(callout.Severity, writer);
        if (callout.Title is { Length: > 0 } title)
            writer.Raw(" "u8).Text(title);
        writer.Raw("</p>\n"u8);
        VisitAll(callout.Blocks, context);
        writer.Raw("</div>\n"u8);
    }

    public override void Visit(CodeBlock code, HeadingLevels context)
    {
        writer.Raw("<pre"u8);
        if (code.Language is { Length: > 0 } language)
            writer.Attribute("data-language"u8, language);
        writer.Raw("><code>"u8).Text(code.Text).Raw("</code></pre>\n"u8);
    }

    public override void Visit(Quote quote, HeadingLevels context)
    {
        writer.Raw("<blockquote>\n"u8);
        VisitAll(quote.Blocks, context);
        writer.Raw("</blockquote>\n"u8);
    }

    public override void Visit(Image image, HeadingLevels context)
    {
        writer.Raw("<figure class=\"image\">"u8);
        if (image.MediaType is "image/png" or "image/jpeg" or "image/svg+xml" && !image.Content.IsDefaultOrEmpty)
        {
            writer.Raw("<img"u8).Attribute("alt"u8, image.AltText).Raw(" src=\"data:"u8).Raw(image.MediaType).Raw(";base64,"u8)
                .Raw(Convert.ToBase64String(image.Content.AsSpan())).Raw("\" />"u8);
        }
        else
        {
            writer.Raw("<p class=\"remark\">The picture cannot be shown: "u8).Text(image.AltText).Raw("</p>"u8);
        }

        if (image.Caption is { Length: > 0 } caption)
            writer.Raw("<figcaption>"u8).Text(caption).Raw("</figcaption>"u8);
        writer.Raw("</figure>\n"u8);
    }

    public override void Visit(Divider divider, HeadingLevels context) => writer.Raw("<hr />\n"u8);

    public override void Visit(PageBreak pageBreak, HeadingLevels context) => writer.Raw("<div class=\"page-break\"></div>\n"u8);

    private void Item(ListItem item, HeadingLevels context)
    {
        writer.Raw(item.Checked is null ? "<li>"u8 : "<li class=\"task\">"u8);
        if (item.Checked is { } done)
            writer.Raw(done ? "<span class=\"box done\" role=\"img\" aria-label=\"Done\"></span>"u8 : "<span class=\"box\" role=\"img\" aria-label=\"To do\"></span>"u8);
        // The first paragraph needs no tags of its own: a list of short lines stays a list of short lines.
        var blocks = item.Blocks;
        if (blocks is [Paragraph first, ..])
        {
            _inlines.VisitAll(first.Inlines, writer);
            blocks = blocks.RemoveAt(0);
        }

        VisitAll(blocks, context);
        writer.Raw("</li>\n"u8);
    }
}
