using Daybook.Storage;

namespace Daybook.SystemTests.OnPostgreSql;

public sealed class EngineClockOnPostgreSqlTests(PostgreSqlCluster cluster) : Tests.BothDatabases.Schedules.EngineClockTests
{
    private protected override Task<Database> NewDatabaseAsync() => cluster.NewDatabaseAsync();
}
