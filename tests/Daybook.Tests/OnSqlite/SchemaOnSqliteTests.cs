using Daybook.Storage;

namespace Daybook.Tests.OnSqlite;

public sealed class SchemaOnSqliteTests : BothDatabases.Storage.SchemaTests
{
    private readonly SqliteFolder _folder = new();

    private protected override Task<Database> NewDatabaseAsync() => Task.FromResult(_folder.NewDatabase());

    private protected override async Task<IReadOnlyList<string>> ColumnsAsync(string table) =>
        await ReadAsync(session => session.ListAsync<string>("select name from pragma_table_info(@table)", new { table }, Cancel));

    private protected override async Task<IReadOnlyList<string>> IndexedAsync(string table) => await ReadAsync(session => session.ListAsync<string>(
        "select c.name from pragma_index_list(@table) i, pragma_index_info(i.name) c where c.seqno = 0", new { table }, Cancel));

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Dispose();
    }
}
