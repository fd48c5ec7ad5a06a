using Daybook.Storage;

namespace Daybook.SystemTests.OnPostgreSql;

public sealed class EngineActionOnPostgreSqlTests(PostgreSqlCluster cluster) : Tests.BothDatabases.Schedules.EngineActionTests
{
    private protected override Task<Database> NewDatabaseAsync() => cluster.NewDatabaseAsync();
}
