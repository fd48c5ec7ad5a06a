using Daybook.Storage;

namespace Daybook.SystemTests.OnPostgreSql;

public sealed class EnginePolicyOnPostgreSqlTests(PostgreSqlCluster cluster) : Tests.BothDatabases.Schedules.EnginePolicyTests
{
    private protected override Task<Database> NewDatabaseAsync() => cluster.NewDatabaseAsync();
}
