using Daybook.Tests.BothDatabases.Server;

namespace Daybook.Tests.OnSqlite;

public sealed class BurstsOnSqliteTests(SqliteServer server) : BurstTests(server), IClassFixture<SqliteServer>;
