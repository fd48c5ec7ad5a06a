using Daybook.Tests.BothDatabases.Server;

namespace Daybook.SystemTests.OnPostgreSql;

public sealed class OidcOnPostgreSqlTests(PostgreSqlServer server) : OidcTests(server), IClassFixture<PostgreSqlServer>;
