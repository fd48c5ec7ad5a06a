using Daybook.Storage;
using Daybook.Telemetry;

namespace Daybook.Tests.Telemetry;

/// <summary>What a look at the metrics costs the database.</summary>
public sealed class ServerCountsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("daybook-");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task No_part_of_the_counts_reads_a_table_that_grows_with_the_history()
    {
        await using var database = DatabaseAddress.Open(null, _folder.FullName);
        await new Migrator(database, TimeProvider.System).MigrateAsync(Cancel);
        await using var session = await database.OpenAsync(Cancel);
        var plan = await session.ListAsync<QueryStep>("explain query plan " + ServerCounts.Sql, new { since = DateTimeOffset.UnixEpoch, late = DateTimeOffset.UnixEpoch }, Cancel);
        var reads = plan.Select(step => step.Detail).Where(detail => detail.StartsWith("SCAN", StringComparison.Ordinal) || detail.StartsWith("SEARCH", StringComparison.Ordinal)).ToArray();
        Assert.Equal(16, reads.Length);
        Assert.All(reads, read => Assert.True(read.Contains(" USING ", StringComparison.Ordinal) || read == "SCAN cob_report_schedules", string.Join('\n', reads)));
    }

    private sealed record QueryStep
    {
        public required string Detail { get; init; }
    }
}
