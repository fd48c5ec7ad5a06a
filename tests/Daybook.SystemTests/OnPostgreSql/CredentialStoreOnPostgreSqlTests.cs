using Daybook.Storage;

namespace Daybook.SystemTests.OnPostgreSql;

public sealed class CredentialStoreOnPostgreSqlTests(PostgreSqlCluster cluster) : Tests.BothDatabases.Accounts.CredentialStoreTests
{
    private protected override Task<Database> NewDatabaseAsync() => cluster.NewDatabaseAsync();
}
