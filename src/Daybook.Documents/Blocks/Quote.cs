using System.Collections.Immutable;

namespace Daybook.Documents;

public sealed record Quote(ImmutableArray<DocumentBlock> Blocks) : DocumentBlock
{
    public override void Accept<TContext>(BlockVisitor<TContext> visitor, TContext context) => visitor.Visit(this, context);
}
