using Daybook.Tests.BothDatabases.Server;

namespace Daybook.SystemTests.OnPostgreSql;

public sealed class SignInOnPostgreSqlTests(PostgreSqlServer server) : SignInTests(server), IClassFixture<PostgreSqlServer>;
