using Daybook.Tests.BothDatabases.Server;

namespace Daybook.SystemTests.OnPostgreSql;

public sealed class AnalysesOnPostgreSqlTests(PostgreSqlServer server) : AnalysisTests(server), IClassFixture<PostgreSqlServer>;
