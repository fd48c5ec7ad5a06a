using Daybook.Storage;

namespace Daybook.SystemTests.OnPostgreSql;

public sealed class UserStoreOnPostgreSqlTests(PostgreSqlCluster cluster) : Tests.BothDatabases.Accounts.UserStoreTests
{
    private protected override Task<Database> NewDatabaseAsync() => cluster.NewDatabaseAsync();
}
