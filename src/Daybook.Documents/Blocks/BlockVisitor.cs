using System.Collections.Immutable;

namespace Daybook.Documents;

/// <summary>Handles every kind of block; <typeparamref name="TContext"/> carries what the visit writes to.</summary>
public abstract class BlockVisitor<TContext>
{
    public abstract void Visit(Section section, TContext context);

    public abstract void Visit(Heading heading, TContext context);

    public abstract void Visit(Paragraph paragraph, TContext context);

    public abstract void Visit(ListBlock list, TContext context);

    public abstract void Visit(Table table, TContext context);

    public abstract void Visit(Chart chart, TContext context);

    public abstract void Visit(MetricCards cards, TContext context);

    public abstract void Visit(Callout callout, TContext context);

    public abstract void Visit(CodeBlock code, TContext context);

    public abstract void Visit(Quote quote, TContext context);

    public abstract void Visit(Image image, TContext context);

    public abstract void Visit(Divider divider, TContext context);

    public abstract void Visit(PageBreak pageBreak, TContext context);

    public void VisitAll(ImmutableArray<DocumentBlock> blocks, TContext context)
    {
        foreach (var block in blocks)
            block.Accept(this, context);
    }
}
