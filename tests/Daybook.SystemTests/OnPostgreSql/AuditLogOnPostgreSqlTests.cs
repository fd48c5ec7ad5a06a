using Daybook.Storage;

namespace Daybook.SystemTests.OnPostgreSql;

public sealed class AuditLogOnPostgreSqlTests(PostgreSqlCluster cluster) : Tests.BothDatabases.Audit.AuditLogTests
{
    private protected override string DisarmTriggers => "alter table audit_entries disable trigger user";

    private protected override Task<Database> NewDatabaseAsync() => cluster.NewDatabaseAsync();
}
