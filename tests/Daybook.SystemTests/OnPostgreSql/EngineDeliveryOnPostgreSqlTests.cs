using Daybook.Storage;

namespace Daybook.SystemTests.OnPostgreSql;

public sealed class EngineDeliveryOnPostgreSqlTests(PostgreSqlCluster cluster) : Tests.BothDatabases.Schedules.EngineDeliveryTests
{
    private protected override Task<Database> NewDatabaseAsync() => cluster.NewDatabaseAsync();
}
