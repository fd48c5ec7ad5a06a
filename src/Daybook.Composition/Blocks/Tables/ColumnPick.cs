using Daybook.Documents;

namespace Daybook.Composition;

/// <param name="Index">Where the column stands in the data.</param>
internal sealed record ColumnPick(int Index, TableColumn Column, CellMaker Cells);
