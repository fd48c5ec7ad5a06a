using Daybook.Tests.BothDatabases.Server;

namespace Daybook.SystemTests.OnPostgreSql;

public sealed class RequestsOnPostgreSqlTests(PostgreSqlServer server) : RequestTests(server), IClassFixture<PostgreSqlServer>;
