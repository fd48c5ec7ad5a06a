namespace Daybook.Documents;

/// <summary>A severity as a small coloured label that carries its word.</summary>
public sealed record SeverityBadge(Severity Severity) : Inline
{
    public override void Accept<TContext>(InlineVisitor<TContext> visitor, TContext context) => visitor.Visit(this, context);
}
