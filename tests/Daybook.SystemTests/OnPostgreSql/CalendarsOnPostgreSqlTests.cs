using Daybook.Tests.BothDatabases.Server;

namespace Daybook.SystemTests.OnPostgreSql;

public sealed class CalendarsOnPostgreSqlTests(PostgreSqlServer server) : CalendarTests(server), IClassFixture<PostgreSqlServer>;
