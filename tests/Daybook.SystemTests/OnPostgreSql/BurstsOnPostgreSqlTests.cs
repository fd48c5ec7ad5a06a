using Daybook.Tests.BothDatabases.Server;

namespace Daybook.SystemTests.OnPostgreSql;

public sealed class BurstsOnPostgreSqlTests(PostgreSqlServer server) : BurstTests(server), IClassFixture<PostgreSqlServer>;
