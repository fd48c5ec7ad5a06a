namespace Daybook.Documents;

/// <param name="Value">In percent: 12.5 is shown as <c>12.5%</c>.</param>
public sealed record PercentCell(decimal Value) : Cell
{
    public override TResult Accept<TResult>(CellVisitor<TResult> visitor) => visitor.Visit(this);
}
