namespace Daybook.Documents;

/// <summary>A node inside a line of text. The set is closed.</summary>
public abstract record Inline
{
    private protected Inline()
    {
    }

    public abstract void Accept<TContext>(InlineVisitor<TContext> visitor, TContext context);
}
