using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Daybook.Documents;

namespace Daybook.Export;

/// <summary>Writes blocks as GitHub Flavored Markdown, each followed by an empty line; the context collects the text.</summary>
/// <param name="headingShift">Added to the level of headings, so that they stand below the section they belong to.</param>
internal sealed class MarkdownBlocks(int headingShift, ExportOptions options) : BlockVisitor<StringBuilder>
{
    /// <summary>The blocks alone, with heading levels as they are: the <c>content</c> of the guide's rendered report.</summary>
    public static string Of(ImmutableArray<DocumentBlock> blocks, ExportOptions options) => Text(blocks, 0, options);

    public override void Visit(Section section, StringBuilder context)
    {
        var level = headingShift + 1;
        if (section.Title is { } title)
            Head(context, level, (section.Icon is { } icon ? icon + " " : "") + title);
        var remark = section.Status switch
        {
            SectionStatus.Ok => null,
            SectionStatus.Failed => new Callout(Severity.Critical, "This block failed", Sentence(section)),
            SectionStatus.Empty => new Callout(Severity.Info, "No data", Sentence(section)),
            _ => throw new ArgumentOutOfRangeException(nameof(section), section.Status, null),
        };
        remark?.Accept(this, context);
        if (AnalysisRemark.Of(section) is { } written)
            context.Append('_').Append(MarkdownInlines.OfLine(written)).Append("_\n\n");
        new MarkdownBlocks(level, options).Sequence(section.Blocks, context);
    }

    public override void Visit(Heading heading, StringBuilder context) =>
        context.Append('#', Math.Min(6, heading.Level + headingShift)).Append(' ').Append(HeadingText(heading.Inlines)).Append("\n\n");

    public override void Visit(Paragraph paragraph, StringBuilder context)
    {
        var text = MarkdownInlines.OfFlow(paragraph.Inlines);
        if (text.Length > 0)
            context.Append(text).Append("\n\n");
    }

    public override void Visit(ListBlock list, StringBuilder context) => List(list, otherMarker: false, context);

    public override void Visit(Table table, StringBuilder context)
    {
        if (table.Caption is { } caption)
            context.Append("**").Append(MarkdownInlines.OfLine(caption)).Append("**\n\n");
        Row(context, table.Columns.Select(c => MarkdownInlines.OfCell([new TextInline(c.Title)])));
        Row(context, table.Columns.Select(c => c.Alignment switch
        {
            ColumnAlignment.Left => ":---",
            ColumnAlignment.Center => ":---:",
            ColumnAlignment.Right => "---:",
            _ => throw new ArgumentOutOfRangeException(nameof(table), c.Alignment, null),
        }));
        foreach (var row in table.Rows)
            Row(context, row.Cells.Select((cell, i) => CellMarkdown(cell, table.Columns[i])));
        if (table.Totals is { } totals)
            Row(context, totals.Cells.Select((cell, i) => cell is EmptyCell or TextCell { Inlines.IsEmpty: true } ? "" : $"**{CellMarkdown(cell, table.Columns[i])}**"));
        context.Append('\n');
        if (TableRemark.Of(table) is { } remark)
            context.Append('_').Append(remark).Append("_\n\n");
    }

    public override void Visit(Chart chart, StringBuilder context)
    {
        if (!options.IncludeCharts)
            return;
        if (chart.Title is { } title)
            context.Append("**").Append(MarkdownInlines.OfLine(title)).Append("**\n\n");
        context.Append('_').Append(MarkdownInlines.OfLine(chart.AltText)).Append("_\n\n");
        ChartTwin.Of(chart).Accept(this, context);
    }

    public override void Visit(MetricCards cards, StringBuilder context) => CardTable.Of(cards).Accept(this, context);

    public override void Visit(Callout callout, StringBuilder context)
    {
        var word = SeverityWords.Word(callout.Severity) + (callout.Title is { } title ? ": " + title : "");
        var text = $"[!{Alert(callout.Severity)}]\n**{MarkdownInlines.OfLine(word)}**\n\n{Text(callout.Blocks, headingShift, options)}";
        Quoted(text, context);
    }

    public override void Visit(CodeBlock code, StringBuilder context)
    {
        var fence = new string('`', Math.Max(3, MarkdownText.LongestRun(code.Text, '`') + 1));
        var text = code.Text.ReplaceLineEndings("\n");
        context.Append(fence).Append(code.Language).Append('\n').Append(text);
        if (text.Length > 0 && text[^1] != '\n')
            context.Append('\n');
        context.Append(fence).Append("\n\n");
    }

    public override void Visit(Quote quote, StringBuilder context) => Quoted(Text(quote.Blocks, headingShift, options), context);

    public override void Visit(Image image, StringBuilder context)
    {
        context.Append("![").Append(MarkdownInlines.OfLine(image.AltText)).Append("](data:").Append(image.MediaType)
            .Append(";base64,").Append(Convert.ToBase64String(image.Content.AsSpan())).Append(")\n\n");
        if (image.Caption is { } caption)
            context.Append('_').Append(MarkdownInlines.OfLine(caption)).Append("_\n\n");
    }

    public override void Visit(Divider divider, StringBuilder context) => context.Append("---\n\n");

    /// <summary>Markdown has no pages: the blocks go on.</summary>
    public override void Visit(PageBreak pageBreak, StringBuilder context)
    {
    }

    /// <summary>Two lists in a row would be read as one; another marker keeps them apart.</summary>
    private void Sequence(ImmutableArray<DocumentBlock> blocks, StringBuilder context)
    {
        var other = false;
        for (var i = 0; i < blocks.Length; i++)
        {
            other = !other && i > 0 && blocks[i] is ListBlock list && blocks[i - 1] is ListBlock before && before.Ordered == list.Ordered;
            if (blocks[i] is ListBlock again)
                List(again, other, context);
            else
                blocks[i].Accept(this, context);
        }
    }

    private void List(ListBlock list, bool otherMarker, StringBuilder context)
    {
        for (var i = 0; i < list.Items.Length; i++)
        {
            var item = list.Items[i];
            var number = (list.Start + i).ToString(CultureInfo.InvariantCulture);
            var marker = list.Ordered ? number + (otherMarker ? ") " : ". ") : otherMarker ? "* " : "- ";
            var box = item.Checked is { } done ? done ? "[x] " : "[ ] " : "";
            var body = ItemText(item);
            context.Append(marker).Append(box).Append(Indented(body, new string(' ', marker.Length))).Append('\n');
            if (body.Contains("\n\n", StringComparison.Ordinal))
                context.Append('\n');
        }

        if (context[^2] != '\n')
            context.Append('\n');
    }

    /// <summary>A list right below its item's text stands without an empty line, which would set the whole list apart.</summary>
    private string ItemText(ListItem item) => item.Blocks is [Paragraph text, ListBlock { Ordered: false } or ListBlock { Start: 1 }]
        ? MarkdownInlines.OfFlow(text.Inlines) + "\n" + Text([item.Blocks[1]], headingShift, options).TrimEnd('\n')
        : Text(item.Blocks, headingShift, options).TrimEnd('\n');

    private static string Text(ImmutableArray<DocumentBlock> blocks, int headingShift, ExportOptions options)
    {
        var output = new StringBuilder();
        new MarkdownBlocks(headingShift, options).Sequence(blocks, output);
        return output.ToString();
    }

    private static void Head(StringBuilder output, int level, string title) =>
        output.Append('#', Math.Min(6, level)).Append(' ').Append(HeadingText([new TextInline(title)])).Append("\n\n");

    /// <summary>A closing run of <c>#</c> would be dropped from a heading.</summary>
    private static string HeadingText(ImmutableArray<Inline> inlines)
    {
        var text = MarkdownInlines.OfLine(inlines);
        return text.EndsWith('#') ? text[..^1] + "\\#" : text;
    }

    private static ImmutableArray<DocumentBlock> Sentence(Section section) =>
        section.Reason is { } reason ? [new Paragraph([new TextInline(reason)])] : [];

    private static string CellMarkdown(Cell cell, TableColumn column) => cell switch
    {
        TextCell text => MarkdownInlines.OfCell(text.Inlines),
        SeverityCell severity => MarkdownInlines.OfCell([new SeverityBadge(severity.Value)]),
        _ => MarkdownInlines.OfCell([new TextInline(CellText.Of(cell, column))]),
    };

    private static void Row(StringBuilder output, IEnumerable<string> cells) => output.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    private static string Indented(string text, string indent) => text.Replace("\n", "\n" + indent, StringComparison.Ordinal)
        .Replace("\n" + indent + "\n", "\n\n", StringComparison.Ordinal);

    private static void Quoted(string text, StringBuilder context)
    {
        foreach (var line in text.TrimEnd('\n').Split('\n'))
            context.Append(line.Length == 0 ? ">" : "> ").Append(line).Append('\n');
        context.Append('\n');
    }

    /// <summary>GitHub's five alerts; the severity itself follows as a word.</summary>
    private static string Alert(Severity severity) => severity switch
    {
        Severity.Info or Severity.Unknown => "NOTE",
        Severity.Minimal => "TIP",
        Severity.Low or Severity.Medium => "IMPORTANT",
        Severity.High => "WARNING",
        Severity.Critical => "CAUTION",
        _ => throw new ArgumentOutOfRangeException(nameof(severity), severity, null),
    };
}
