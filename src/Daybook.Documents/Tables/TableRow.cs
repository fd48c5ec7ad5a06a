using System.Collections.Immutable;

namespace Daybook.Documents;

/// <param name="Cells">One per column.</param>
public sealed record TableRow(ImmutableArray<Cell> Cells);
