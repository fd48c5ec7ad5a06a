namespace Daybook.Documents;

public sealed record TextInline(string Text) : Inline
{
    public override void Accept<TContext>(InlineVisitor<TContext> visitor, TContext context) => visitor.Visit(this, context);
}
