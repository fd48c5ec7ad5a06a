using Daybook.Tests.BothDatabases.Server;

namespace Daybook.Tests.OnSqlite;

public sealed class CalendarsOnSqliteTests(SqliteServer server) : CalendarTests(server), IClassFixture<SqliteServer>;
