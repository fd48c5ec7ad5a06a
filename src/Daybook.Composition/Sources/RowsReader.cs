using System.Collections.Immutable;

namespace Daybook.Composition;

/// <summary>Rows with typed columns.</summary>
public abstract class RowsReader : DatasetReader
{
    public abstract ImmutableArray<DataColumn> Columns { get; }

    /// <summary>One array per row, one value per column: null, bool, long, decimal, double, string, DateOnly, DateTimeOffset or JsonElement (nested data).</summary>
    /// <exception cref="DataSourceException">The data breaks off or is not what it claims to be.</exception>
    public abstract IAsyncEnumerable<object?[]> ReadAsync(CancellationToken cancellationToken);
}
