using Daybook.Storage;

namespace Daybook.SystemTests.OnPostgreSql;

public sealed class EngineNoticeOnPostgreSqlTests(PostgreSqlCluster cluster) : Tests.BothDatabases.Schedules.EngineNoticeTests
{
    private protected override Task<Database> NewDatabaseAsync() => cluster.NewDatabaseAsync();
}
