using System.Numerics;

namespace Daybook.Documents;

public sealed record IntegerCell(BigInteger Value) : Cell
{
    public override TResult Accept<TResult>(CellVisitor<TResult> visitor) => visitor.Visit(this);
}
