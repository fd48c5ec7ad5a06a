using Daybook.Tests.BothDatabases.Server;

namespace Daybook.SystemTests.OnPostgreSql;

public sealed class ScheduleRunOnPostgreSqlTests(PostgreSqlServer server) : ScheduleRunTests(server), IClassFixture<PostgreSqlServer>;
