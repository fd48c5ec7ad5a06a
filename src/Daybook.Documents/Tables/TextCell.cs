using System.Collections.Immutable;

namespace Daybook.Documents;

public sealed record TextCell(ImmutableArray<Inline> Inlines) : Cell
{
    public override TResult Accept<TResult>(CellVisitor<TResult> visitor) => visitor.Visit(this);
}
