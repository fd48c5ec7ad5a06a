using Daybook.Tests.BothDatabases.Server;

namespace Daybook.Tests.OnSqlite;

public sealed class GuideOnSqliteTests(SqliteServer server) : GuideTests(server), IClassFixture<SqliteServer>;
