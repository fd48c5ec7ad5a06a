namespace Daybook.Documents;

public sealed record DateCell(DateOnly Value) : Cell
{
    public override TResult Accept<TResult>(CellVisitor<TResult> visitor) => visitor.Visit(this);
}
