using Daybook.Storage;

namespace Daybook.Tests.OnSqlite;

public sealed class DeliveryLedgerOnSqliteTests : BothDatabases.Delivery.DeliveryLedgerTests
{
    private readonly SqliteFolder _folder = new();

    private protected override ContentStore Contents => new FileContents(_folder.Path);

    private protected override Task<Database> NewDatabaseAsync() => Task.FromResult(_folder.NewDatabase());

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Dispose();
    }
}
