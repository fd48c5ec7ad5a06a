using Daybook.Storage;

namespace Daybook.SystemTests.OnPostgreSql;

public sealed class EngineZoneOnPostgreSqlTests(PostgreSqlCluster cluster) : Tests.BothDatabases.Schedules.EngineZoneTests
{
    private protected override Task<Database> NewDatabaseAsync() => cluster.NewDatabaseAsync();
}
