using Daybook.Storage;

namespace Daybook.SystemTests.OnPostgreSql;

public sealed class ScheduleStoreOnPostgreSqlTests(PostgreSqlCluster cluster) : Tests.BothDatabases.Schedules.ScheduleStoreTests
{
    private protected override Task<Database> NewDatabaseAsync() => cluster.NewDatabaseAsync();
}
