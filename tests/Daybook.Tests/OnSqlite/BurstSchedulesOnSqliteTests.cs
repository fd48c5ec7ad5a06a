using Daybook.Tests.BothDatabases.Server;

namespace Daybook.Tests.OnSqlite;

public sealed class BurstSchedulesOnSqliteTests(SqliteServer server) : BurstScheduleTests(server), IClassFixture<SqliteServer>;
