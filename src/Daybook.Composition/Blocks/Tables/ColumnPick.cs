using Daybook.Documents;

namespace Daybook.Composition;

/// <param name="Index">Where the column stands in the data.</param>
/// <param name="Key">Its name there; one column may be picked twice.</param>
internal sealed record ColumnPick(int Index, string Key, TableColumn Column, CellMaker Cells);
