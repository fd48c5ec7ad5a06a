using Daybook.Storage;

namespace Daybook.SystemTests.OnPostgreSql;

public sealed class EngineRunOnPostgreSqlTests(PostgreSqlCluster cluster) : Tests.BothDatabases.Schedules.EngineRunTests
{
    private protected override Task<Database> NewDatabaseAsync() => cluster.NewDatabaseAsync();
}
