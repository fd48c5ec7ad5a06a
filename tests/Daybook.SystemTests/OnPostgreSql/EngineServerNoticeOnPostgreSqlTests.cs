using Daybook.Storage;

namespace Daybook.SystemTests.OnPostgreSql;

public sealed class EngineServerNoticeOnPostgreSqlTests(PostgreSqlCluster cluster) : Tests.BothDatabases.Schedules.EngineServerNoticeTests
{
    private protected override Task<Database> NewDatabaseAsync() => cluster.NewDatabaseAsync();
}
