using Daybook.Storage;

namespace Daybook.Tests.OnSqlite;

public sealed class RetentionOnSqliteTests : BothDatabases.Archive.RetentionTests
{
    private readonly SqliteFolder _folder = new();

    private protected override ContentStore Contents => new FileContents(Path.Combine(_folder.Path, FileContents.FolderName));

    private protected override Task<Database> NewDatabaseAsync() => Task.FromResult(_folder.NewDatabase());

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Dispose();
    }
}
