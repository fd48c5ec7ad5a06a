using Daybook.Storage;

namespace Daybook.SystemTests.OnPostgreSql;

public sealed class EngineBurstOnPostgreSqlTests(PostgreSqlCluster cluster) : Tests.BothDatabases.Schedules.EngineBurstTests
{
    private protected override Task<Database> NewDatabaseAsync() => cluster.NewDatabaseAsync();
}
