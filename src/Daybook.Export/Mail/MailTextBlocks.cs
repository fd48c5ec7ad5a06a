using Daybook.Documents;
using Daybook.Export.Charts;
using Daybook.Export.Pdf;

namespace Daybook.Export.Mail;

/// <summary>Blocks as plain text; the context is how far they are set in, in characters.</summary>
internal sealed class MailTextBlocks(PlainLines lines) : BlockVisitor<int>
{
    private static readonly MailTextInlines Inlines = new();

    public override void Visit(Section section, int context) => VisitAll(section.Blocks, context);

    public override void Visit(Heading heading, int context) => lines.Gap().Add(Inlines.Of(heading.Inlines).ToUpperInvariant(), context).Gap();

    public override void Visit(Paragraph paragraph, int context) => lines.Add(Inlines.Of(paragraph.Inlines), context).Gap();

    public override void Visit(ListBlock list, int context)
    {
        for (var i = 0; i < list.Items.Length; i++)
        {
            var item = list.Items[i];
            var lead = item.Checked switch { true => "[x] ", false => "[ ] ", null => list.Ordered ? $"{list.Start + i}. " : "- " };
            var blocks = item.Blocks;
            if (blocks is [Paragraph first, ..])
            {
                lines.Add(Inlines.Of(first.Inlines), context, lead);
                blocks = blocks.RemoveAt(0);
            }

            VisitAll(blocks, context + 2);
        }

        if (context == 0)
            lines.Gap();
    }

    public override void Visit(Table table, int context)
    {
        lines.Gap();
        if (table.Caption is { Length: > 0 } caption)
            lines.Add(caption + ":", context);
        foreach (var row in table.Rows)
            Row(table, row, context, "- ");
        if (table.Totals is { } totals)
            Row(table, totals, context, "= ");
        lines.Gap();
    }

    public override void Visit(Chart chart, int context)
    {
        lines.Gap().Add($"{(chart.Title is { Length: > 0 } title ? MailContent.Line(title, MailContent.LongestTitle) : "Chart")}: {MailContent.Line(chart.AltText, MailContent.LongestReason)}", context);
        foreach (var note in ChartData.Of(chart).Notes)
            lines.Add(VisibleText.Plain(note), context);
        lines.Gap();
    }

    public override void Visit(MetricCards cards, int context)
    {
        lines.Gap();
        foreach (var card in cards.Cards)
            lines.Add(VisibleText.Plain(CardText.Sentence(card)), context, "* ");
        lines.Gap();
    }

    public override void Visit(Callout callout, int context)
    {
        lines.Gap().Add($"[{SeverityWords.Word(callout.Severity)}]{(callout.Title is { Length: > 0 } title ? " " + title : "")}", context);
        VisitAll(callout.Blocks, context + 2);
        lines.Gap();
    }

    public override void Visit(CodeBlock code, int context)
    {
        lines.Gap();
        foreach (var line in code.Text.Split('\n'))
            lines.Verbatim(new string(' ', context + 4) + VisibleText.Plain(line));
        lines.Gap();
    }

    public override void Visit(Quote quote, int context) => VisitAll(quote.Blocks, context + 2);

    public override void Visit(Image image, int context)
    {
    }

    public override void Visit(Divider divider, int context) => lines.Gap().Add("* * *", context).Gap();

    public override void Visit(PageBreak pageBreak, int context)
    {
    }

    private void Row(Table table, TableRow row, int context, string lead) => lines.Add(
        string.Join("; ", table.Columns.Zip(row.Cells, (column, cell) => $"{column.Title}: {Text(cell, column)}")), context + 2, lead);

    private static string Text(Cell cell, TableColumn column) => VisibleText.Plain(cell is TextCell text ? Inlines.Of(text.Inlines) : CellText.Of(cell, column));
}
