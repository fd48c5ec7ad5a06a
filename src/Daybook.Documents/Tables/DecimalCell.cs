namespace Daybook.Documents;

public sealed record DecimalCell(decimal Value) : Cell
{
    public override TResult Accept<TResult>(CellVisitor<TResult> visitor) => visitor.Visit(this);
}
