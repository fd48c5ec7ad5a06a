using Daybook.Tests.BothDatabases.Server;

namespace Daybook.Tests.OnSqlite;

public sealed class ReportReplayOnSqliteTests(SqliteServer server) : ReportReplayTests(server), IClassFixture<SqliteServer>;
