using Daybook.Tests.BothDatabases.Server;

namespace Daybook.SystemTests.OnPostgreSql;

public sealed class ReportsOnPostgreSqlTests(PostgreSqlServer server) : ReportTests(server), IClassFixture<PostgreSqlServer>;
