using Daybook.Storage;

namespace Daybook.SystemTests.OnPostgreSql;

public sealed class EngineCatchUpOnPostgreSqlTests(PostgreSqlCluster cluster) : Tests.BothDatabases.Schedules.EngineCatchUpTests
{
    private protected override Task<Database> NewDatabaseAsync() => cluster.NewDatabaseAsync();
}
