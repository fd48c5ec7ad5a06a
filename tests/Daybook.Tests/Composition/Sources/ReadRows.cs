using System.Collections.Immutable;
using System.Text.Json;
using Daybook.Composition;

namespace Daybook.Tests.Composition.Sources;

/// <summary>Opens a dataset and reads it whole.</summary>
internal static class ReadRows
{
    public static DatasetQuery Query(string settings) => new(
        "data",
        JsonDocument.Parse(settings).RootElement.EnumerateObject().ToImmutableDictionary(entry => entry.Name, entry => entry.Value),
        TestPeriods.Monday);

    public static async Task<(ImmutableArray<DataColumn> Columns, List<object?[]> Rows)> Of(IDataSource source, string settings)
    {
        await using var reader = Assert.IsType<RowsReader>(await source.OpenAsync(Query(settings), TestContext.Current.CancellationToken), exactMatch: false);
        return (reader.Columns, await reader.ReadAsync(TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken));
    }

    public static async Task<JsonElement> ValueOf(IDataSource source, string settings)
    {
        await using var reader = Assert.IsType<ValueReader>(await source.OpenAsync(Query(settings), TestContext.Current.CancellationToken), exactMatch: false);
        return await reader.ReadAsync(TestContext.Current.CancellationToken);
    }
}
