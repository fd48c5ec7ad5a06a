using Daybook.Tests.BothDatabases.Server;

namespace Daybook.SystemTests.OnPostgreSql;

public sealed class ReportReplayOnPostgreSqlTests(PostgreSqlServer server) : ReportReplayTests(server), IClassFixture<PostgreSqlServer>;
