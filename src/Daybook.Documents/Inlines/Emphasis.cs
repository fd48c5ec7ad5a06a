using System.Collections.Immutable;

namespace Daybook.Documents;

public sealed record Emphasis(ImmutableArray<Inline> Inlines) : Inline
{
    public override void Accept<TContext>(InlineVisitor<TContext> visitor, TContext context) => visitor.Visit(this, context);
}
