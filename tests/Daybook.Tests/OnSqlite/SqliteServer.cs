using Daybook.Tests.BothDatabases.Server;

namespace Daybook.Tests.OnSqlite;

public sealed class SqliteServer : ServerFixture
{
    private protected override Task<string> NewDatabaseAsync() => Task.FromResult("");
}
