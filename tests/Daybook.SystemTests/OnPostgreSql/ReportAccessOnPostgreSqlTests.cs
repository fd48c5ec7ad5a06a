using Daybook.Tests.BothDatabases.Server;

namespace Daybook.SystemTests.OnPostgreSql;

public sealed class ReportAccessOnPostgreSqlTests(PostgreSqlServer server) : ReportAccessTests(server), IClassFixture<PostgreSqlServer>;
