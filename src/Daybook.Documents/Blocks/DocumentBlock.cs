namespace Daybook.Documents;

/// <summary>A block-level node. The set is closed: a new kind does not compile until every visitor handles it.</summary>
public abstract record DocumentBlock
{
    private protected DocumentBlock()
    {
    }

    public abstract void Accept<TContext>(BlockVisitor<TContext> visitor, TContext context);
}
