using Daybook.Tests.BothDatabases.Server;

namespace Daybook.Tests.OnSqlite;

public sealed class ScheduleRunOnSqliteTests(SqliteServer server) : ScheduleRunTests(server), IClassFixture<SqliteServer>;
