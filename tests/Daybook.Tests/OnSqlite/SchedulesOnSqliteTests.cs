using Daybook.Tests.BothDatabases.Server;

namespace Daybook.Tests.OnSqlite;

public sealed class SchedulesOnSqliteTests(SqliteServer server) : ScheduleTests(server), IClassFixture<SqliteServer>;
