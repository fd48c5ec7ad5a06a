namespace Daybook.Documents;

public sealed record LineBreak : Inline
{
    public override void Accept<TContext>(InlineVisitor<TContext> visitor, TContext context) => visitor.Visit(this, context);
}
