using Daybook.Tests.BothDatabases.Server;

namespace Daybook.Tests.OnSqlite;

public sealed class SourcesOnSqliteTests(SqliteServer server) : SourceTests(server), IClassFixture<SqliteServer>;
