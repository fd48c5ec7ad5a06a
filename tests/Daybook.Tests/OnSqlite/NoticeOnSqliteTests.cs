using Daybook.Tests.BothDatabases.Server;

namespace Daybook.Tests.OnSqlite;

public sealed class NoticeOnSqliteTests(SqliteServer server) : NoticeTests(server), IClassFixture<SqliteServer>;
