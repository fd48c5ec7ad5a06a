using System.Numerics;
using System.Text.Json.Serialization;

namespace Daybook.Documents;

public sealed record IntegerCell([property: JsonConverter(typeof(BigIntegerConverter))] BigInteger Value) : Cell
{
    public override TResult Accept<TResult>(CellVisitor<TResult> visitor) => visitor.Visit(this);
}
