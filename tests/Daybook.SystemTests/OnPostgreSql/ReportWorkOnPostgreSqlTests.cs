using Daybook.Storage;

namespace Daybook.SystemTests.OnPostgreSql;

public sealed class ReportWorkOnPostgreSqlTests(PostgreSqlCluster cluster) : Tests.BothDatabases.Reports.ReportWorkTests
{
    private protected override Task<Database> NewDatabaseAsync() => cluster.NewDatabaseAsync();
}
