using System.Collections.Immutable;

namespace Daybook.Reports.Comparison;

/// <summary>How the rows of one dataset or table differ.</summary>
/// <param name="Kind"><c>data</c> for rows of the snapshot, <c>table</c> for a table of the document.</param>
/// <param name="Key">The columns that tell rows apart; empty where none do, and then a changed row shows as one removed and one added.</param>
/// <param name="AddedColumns">Columns that only the newer rows have.</param>
/// <param name="Rows">The rows themselves, removed and changed ones in their old order, then added ones.</param>
/// <param name="Omitted">Rows that differ and are counted, but not listed.</param>
internal sealed record RowsChange(
    string Kind,
    string Place,
    ImmutableArray<string> Key,
    int Added,
    int Removed,
    int Changed,
    int Unchanged,
    ImmutableArray<string> AddedColumns,
    ImmutableArray<string> RemovedColumns,
    ImmutableArray<RowChange> Rows,
    int Omitted);
