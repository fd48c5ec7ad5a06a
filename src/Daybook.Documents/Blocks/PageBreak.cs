namespace Daybook.Documents;

public sealed record PageBreak : DocumentBlock
{
    public override void Accept<TContext>(BlockVisitor<TContext> visitor, TContext context) => visitor.Visit(this, context);
}
