using Daybook.Storage;

namespace Daybook.SystemTests.OnPostgreSql;

public sealed class BounceLedgerOnPostgreSqlTests(PostgreSqlCluster cluster) : Tests.BothDatabases.Delivery.BounceLedgerTests
{
    private protected override Task<Database> NewDatabaseAsync() => cluster.NewDatabaseAsync();
}
