using Daybook.Tests.BothDatabases.Server;

namespace Daybook.SystemTests.OnPostgreSql;

public sealed class PostgreSqlServer(PostgreSqlCluster cluster) : ServerFixture
{
    private protected override Task<string> NewDatabaseAsync() => cluster.NewAddressAsync();
}
