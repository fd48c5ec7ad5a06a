using Daybook.Storage;

namespace Daybook.SystemTests.OnPostgreSql;

public sealed class DeliveryNewsOnPostgreSqlTests(PostgreSqlCluster cluster) : Tests.BothDatabases.Delivery.DeliveryNewsTests
{
    private protected override Task<Database> NewDatabaseAsync() => cluster.NewDatabaseAsync();
}
