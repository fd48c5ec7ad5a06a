using Daybook.Storage;

namespace Daybook.SystemTests.OnPostgreSql;

public sealed class DeliveryLedgerOnPostgreSqlTests(PostgreSqlCluster cluster) : Tests.BothDatabases.Delivery.DeliveryLedgerTests
{
    private protected override ContentStore Contents { get; } = new DatabaseContents();

    private protected override Task<Database> NewDatabaseAsync() => cluster.NewDatabaseAsync();
}
