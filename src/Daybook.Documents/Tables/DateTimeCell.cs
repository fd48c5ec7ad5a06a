namespace Daybook.Documents;

public sealed record DateTimeCell(DateTimeOffset Value) : Cell
{
    public override TResult Accept<TResult>(CellVisitor<TResult> visitor) => visitor.Visit(this);
}
