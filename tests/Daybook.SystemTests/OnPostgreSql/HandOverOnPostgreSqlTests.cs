using Daybook.Tests.BothDatabases.Server;

namespace Daybook.SystemTests.OnPostgreSql;

public sealed class HandOverOnPostgreSqlTests(PostgreSqlServer server) : HandOverTests(server), IClassFixture<PostgreSqlServer>;
