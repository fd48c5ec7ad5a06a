using System.Collections.Immutable;
using System.Text.Json;

namespace Daybook.Reports.Comparison;

/// <summary>Rows as they are compared, whether they come from a dataset or a table.</summary>
/// <param name="Rows">Column to value; a row lacks the columns it has no value for.</param>
internal sealed record RowSet(ImmutableArray<string> Columns, ImmutableArray<ImmutableSortedDictionary<string, JsonElement>> Rows)
{
    public static RowSet Empty { get; } = new([], []);

    public static RowSet Of(ImmutableArray<string> columns, IEnumerable<IEnumerable<JsonElement>> rows) => new(
        columns,
        [.. rows.Select(row => columns.Zip(row).DistinctBy(cell => cell.First).ToImmutableSortedDictionary(cell => cell.First, cell => cell.Second, StringComparer.Ordinal))]);

    /// <summary>Each object is a row.</summary>
    public static RowSet OfObjects(JsonElement array)
    {
        var rows = array.EnumerateArray().Select(item => item.EnumerateObject().DistinctBy(cell => cell.Name)
            .ToImmutableSortedDictionary(cell => cell.Name, cell => cell.Value, StringComparer.Ordinal)).ToImmutableArray();
        return new RowSet([.. array.EnumerateArray().SelectMany(item => item.EnumerateObject().Select(cell => cell.Name)).Distinct()], rows);
    }
}
