namespace Daybook.Documents;

/// <summary>A typed value in a table or on a metric card. The set is closed.</summary>
public abstract record Cell
{
    private protected Cell()
    {
    }

    public abstract TResult Accept<TResult>(CellVisitor<TResult> visitor);
}
