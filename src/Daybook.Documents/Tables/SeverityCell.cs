namespace Daybook.Documents;

public sealed record SeverityCell(Severity Value) : Cell
{
    public override TResult Accept<TResult>(CellVisitor<TResult> visitor) => visitor.Visit(this);
}
