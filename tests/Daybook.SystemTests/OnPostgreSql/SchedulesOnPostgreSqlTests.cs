using Daybook.Tests.BothDatabases.Server;

namespace Daybook.SystemTests.OnPostgreSql;

public sealed class SchedulesOnPostgreSqlTests(PostgreSqlServer server) : ScheduleTests(server), IClassFixture<PostgreSqlServer>;
