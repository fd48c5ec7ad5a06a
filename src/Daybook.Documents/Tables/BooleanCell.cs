namespace Daybook.Documents;

public sealed record BooleanCell(bool Value) : Cell
{
    public override TResult Accept<TResult>(CellVisitor<TResult> visitor) => visitor.Visit(this);
}
