using Daybook.Storage;

namespace Daybook.Tests.OnSqlite;

public sealed class ContentStoreOnSqliteTests : BothDatabases.Storage.ContentStoreTests
{
    private readonly SqliteFolder _folder = new();

    private protected override ContentStore Contents => new FileContents(_folder.Path);

    private protected override async Task DamageAsync(string sha256)
    {
        var path = Path.Combine(_folder.Path, sha256[..2], sha256);
        var bytes = await File.ReadAllBytesAsync(path, Cancel);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(path, bytes, Cancel);
    }

    private protected override Task<Database> NewDatabaseAsync() => Task.FromResult(_folder.NewDatabase());

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Dispose();
    }
}
