using Daybook.Storage;

namespace Daybook.Tests.OnSqlite;

public sealed class EngineResumeOnSqliteTests : BothDatabases.Schedules.EngineResumeTests
{
    private readonly SqliteFolder _folder = new();

    private protected override Task<Database> NewDatabaseAsync() => Task.FromResult(_folder.NewDatabase());

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Dispose();
    }
}
