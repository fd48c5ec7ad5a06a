using Daybook.Storage;

namespace Daybook.SystemTests.OnPostgreSql;

public sealed class ContentStoreOnPostgreSqlTests(PostgreSqlCluster cluster) : Tests.BothDatabases.Storage.ContentStoreTests
{
    private protected override ContentStore Contents { get; } = new DatabaseContents();

    private protected override Task DamageAsync(string sha256) => WriteAsync(session => session.ExecuteAsync(
        "update contents set data = set_byte(data, length(data) / 2, get_byte(data, length(data) / 2) # 1) where sha256 = @sha256", new { sha256 }, Cancel));

    private protected override Task<Database> NewDatabaseAsync() => cluster.NewDatabaseAsync();
}
