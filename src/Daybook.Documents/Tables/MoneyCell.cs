namespace Daybook.Documents;

/// <param name="Currency">ISO 4217 code, such as <c>EUR</c>.</param>
public sealed record MoneyCell(decimal Amount, string Currency) : Cell
{
    public override TResult Accept<TResult>(CellVisitor<TResult> visitor) => visitor.Visit(this);
}
