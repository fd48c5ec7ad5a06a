using Daybook.Tests.BothDatabases.Server;

namespace Daybook.Tests.OnSqlite;

public sealed class ReportAccessOnSqliteTests(SqliteServer server) : ReportAccessTests(server), IClassFixture<SqliteServer>;
