using Daybook.Tests.BothDatabases.Server;

namespace Daybook.SystemTests.OnPostgreSql;

public sealed class GuideOnPostgreSqlTests(PostgreSqlServer server) : GuideTests(server), IClassFixture<PostgreSqlServer>;
