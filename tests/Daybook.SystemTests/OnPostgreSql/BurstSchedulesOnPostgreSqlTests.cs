using Daybook.Tests.BothDatabases.Server;

namespace Daybook.SystemTests.OnPostgreSql;

public sealed class BurstSchedulesOnPostgreSqlTests(PostgreSqlServer server) : BurstScheduleTests(server), IClassFixture<PostgreSqlServer>;
