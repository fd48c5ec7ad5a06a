using Daybook.Tests.BothDatabases.Server;

namespace Daybook.Tests.OnSqlite;

public sealed class ReportsOnSqliteTests(SqliteServer server) : ReportTests(server), IClassFixture<SqliteServer>;
