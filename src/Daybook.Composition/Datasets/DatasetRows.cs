using System.Collections.Immutable;

namespace Daybook.Composition;

/// <param name="Rows">One value per column, as <see cref="RowsReader.ReadAsync"/> gives them.</param>
public sealed record DatasetRows(ImmutableArray<DataColumn> Columns, ImmutableArray<ImmutableArray<object?>> Rows) : DatasetContent;
