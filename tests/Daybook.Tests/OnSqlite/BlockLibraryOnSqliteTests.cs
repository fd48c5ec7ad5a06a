using Daybook.Tests.BothDatabases.Server;

namespace Daybook.Tests.OnSqlite;

public sealed class BlockLibraryOnSqliteTests(SqliteServer server) : BlockLibraryTests(server), IClassFixture<SqliteServer>;
