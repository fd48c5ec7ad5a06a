using Daybook.Storage;

namespace Daybook.SystemTests.OnPostgreSql;

public sealed class EngineTakeOverOnPostgreSqlTests(PostgreSqlCluster cluster) : Tests.BothDatabases.Schedules.EngineTakeOverTests
{
    private protected override Task<Database> NewDatabaseAsync() => cluster.NewDatabaseAsync();
}
