namespace Daybook.Documents;

/// <summary>No value: shown as a dash with the word "not measured", never as zero.</summary>
public sealed record EmptyCell : Cell
{
    public override TResult Accept<TResult>(CellVisitor<TResult> visitor) => visitor.Visit(this);
}
