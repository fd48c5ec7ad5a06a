using Daybook.Tests.BothDatabases.Server;

namespace Daybook.Tests.OnSqlite;

public sealed class HandOverOnSqliteTests(SqliteServer server) : HandOverTests(server), IClassFixture<SqliteServer>;
