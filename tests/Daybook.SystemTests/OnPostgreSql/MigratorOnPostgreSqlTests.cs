using Daybook.Storage;

namespace Daybook.SystemTests.OnPostgreSql;

public sealed class MigratorOnPostgreSqlTests(PostgreSqlCluster cluster) : Tests.BothDatabases.Storage.MigratorTests
{
    private protected override Task<Database> NewDatabaseAsync() => cluster.NewDatabaseAsync();
}
