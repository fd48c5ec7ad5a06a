using Daybook.Tests.BothDatabases.Server;

namespace Daybook.SystemTests.OnPostgreSql;

public sealed class UsersOnPostgreSqlTests(PostgreSqlServer server) : UserTests(server), IClassFixture<PostgreSqlServer>;
