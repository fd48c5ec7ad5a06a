using Daybook.Storage;

namespace Daybook.SystemTests.OnPostgreSql;

public sealed class RetentionOnPostgreSqlTests(PostgreSqlCluster cluster) : Tests.BothDatabases.Archive.RetentionTests
{
    private protected override ContentStore Contents { get; } = new DatabaseContents();

    private protected override Task<Database> NewDatabaseAsync() => cluster.NewDatabaseAsync();
}
