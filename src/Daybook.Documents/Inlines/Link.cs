using System.Collections.Immutable;

namespace Daybook.Documents;

/// <param name="Target">An absolute http, https or mailto address, or <c>#id</c> of a section; nothing else is let in.</param>
public sealed record Link(string Target, ImmutableArray<Inline> Inlines) : Inline
{
    public override void Accept<TContext>(InlineVisitor<TContext> visitor, TContext context) => visitor.Visit(this, context);
}
