using System.Collections.Immutable;

namespace Daybook.Documents;

public sealed record Paragraph(ImmutableArray<Inline> Inlines) : DocumentBlock
{
    public override void Accept<TContext>(BlockVisitor<TContext> visitor, TContext context) => visitor.Visit(this, context);
}
