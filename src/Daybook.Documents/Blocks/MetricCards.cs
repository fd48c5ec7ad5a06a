using System.Collections.Immutable;

namespace Daybook.Documents;

/// <summary>Headline figures side by side.</summary>
public sealed record MetricCards(ImmutableArray<MetricCard> Cards) : DocumentBlock
{
    public override void Accept<TContext>(BlockVisitor<TContext> visitor, TContext context) => visitor.Visit(this, context);
}
