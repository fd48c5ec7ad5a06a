using Daybook.Storage;

namespace Daybook.SystemTests.OnPostgreSql;

public sealed class OccurrenceTransitionOnPostgreSqlTests(PostgreSqlCluster cluster) : Tests.BothDatabases.Schedules.OccurrenceTransitionTests
{
    private protected override Task<Database> NewDatabaseAsync() => cluster.NewDatabaseAsync();
}
