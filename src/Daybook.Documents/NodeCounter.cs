using System.Collections.Immutable;

namespace Daybook.Documents;

/// <summary>Walks a document and stops at the limits; the context is the depth of the visited node, from 1.</summary>
internal sealed class NodeCounter : BlockVisitor<int>
{
    private readonly InlineCounter inlines;
    private int nodes;

    public NodeCounter() => inlines = new InlineCounter(this);

    public override void Visit(Section section, int context) => Blocks(section.Blocks, context);

    public override void Visit(Heading heading, int context) => Inlines(heading.Inlines, context);

    public override void Visit(Paragraph paragraph, int context) => Inlines(paragraph.Inlines, context);

    public override void Visit(ListBlock list, int context)
    {
        Count(context);
        foreach (var item in list.Items)
            Blocks(item.Blocks, context);
    }

    public override void Visit(Table table, int context)
    {
        Count(context);
        foreach (var row in table.Rows)
            Row(row, context + 1);
        if (table.Totals is { } totals)
            Row(totals, context + 1);
    }

    public override void Visit(Chart chart, int context) => Count(context);

    public override void Visit(MetricCards cards, int context) => Count(context);

    public override void Visit(Callout callout, int context) => Blocks(callout.Blocks, context);

    public override void Visit(CodeBlock code, int context) => Count(context);

    public override void Visit(Quote quote, int context) => Blocks(quote.Blocks, context);

    public override void Visit(Image image, int context) => Count(context);

    public override void Visit(Divider divider, int context) => Count(context);

    public override void Visit(PageBreak pageBreak, int context) => Count(context);

    internal void Inlines(ImmutableArray<Inline> content, int depth)
    {
        Count(depth);
        inlines.VisitAll(content, depth + 1);
    }

    internal void Count(int depth)
    {
        if (depth > DocumentLimits.MaximumDepth)
            throw new DocumentFormatException($"The document is nested deeper than {DocumentLimits.MaximumDepth} levels.");
        if (++nodes > DocumentLimits.MaximumNodes)
            throw new DocumentFormatException($"The document has more than {DocumentLimits.MaximumNodes:N0} nodes.");
    }

    private void Blocks(ImmutableArray<DocumentBlock> blocks, int depth)
    {
        Count(depth);
        VisitAll(blocks, depth + 1);
    }

    private void Row(TableRow row, int depth)
    {
        Count(depth);
        foreach (var cell in row.Cells)
        {
            if (cell is TextCell text)
                Inlines(text.Inlines, depth + 1);
            else
                Count(depth + 1);
        }
    }
}
