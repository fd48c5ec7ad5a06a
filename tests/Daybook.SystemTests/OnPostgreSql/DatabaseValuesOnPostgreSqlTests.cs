using Daybook.Storage;

namespace Daybook.SystemTests.OnPostgreSql;

public sealed class DatabaseValuesOnPostgreSqlTests(PostgreSqlCluster cluster) : Tests.BothDatabases.Storage.DatabaseValueTests
{
    private protected override Task<Database> NewDatabaseAsync() => cluster.NewDatabaseAsync();
}
