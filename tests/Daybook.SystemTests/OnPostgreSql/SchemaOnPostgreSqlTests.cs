using Daybook.Storage;

namespace Daybook.SystemTests.OnPostgreSql;

public sealed class SchemaOnPostgreSqlTests(PostgreSqlCluster cluster) : Tests.BothDatabases.Storage.SchemaTests
{
    private protected override Task<Database> NewDatabaseAsync() => cluster.NewDatabaseAsync();

    private protected override async Task<IReadOnlyList<string>> ColumnsAsync(string table) => await ReadAsync(session => session.ListAsync<string>(
        "select column_name::text from information_schema.columns where table_schema = current_schema() and table_name = @table", new { table }, Cancel));

    private protected override async Task<IReadOnlyList<string>> IndexedAsync(string table) => await ReadAsync(session => session.ListAsync<string>(
        "select a.attname::text from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0] where i.indrelid = @table::regclass", new { table }, Cancel));
}
