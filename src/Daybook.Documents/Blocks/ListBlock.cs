using System.Collections.Immutable;

namespace Daybook.Documents;

/// <summary>A bullet list, or a numbered list that starts at <paramref name="Start"/>.</summary>
public sealed record ListBlock(bool Ordered, int Start, ImmutableArray<ListItem> Items) : DocumentBlock
{
    public override void Accept<TContext>(BlockVisitor<TContext> visitor, TContext context) => visitor.Visit(this, context);
}
