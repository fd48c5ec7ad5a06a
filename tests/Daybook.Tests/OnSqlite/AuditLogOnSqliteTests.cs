using Daybook.Storage;

namespace Daybook.Tests.OnSqlite;

public sealed class AuditLogOnSqliteTests : BothDatabases.Audit.AuditLogTests
{
    private readonly SqliteFolder _folder = new();

    private protected override string DisarmTriggers => "drop trigger audit_entries_no_update; drop trigger audit_entries_no_delete";

    private protected override Task<Database> NewDatabaseAsync() => Task.FromResult(_folder.NewDatabase());

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Dispose();
    }
}
