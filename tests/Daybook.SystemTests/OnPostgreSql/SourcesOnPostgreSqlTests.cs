using Daybook.Tests.BothDatabases.Server;

namespace Daybook.SystemTests.OnPostgreSql;

public sealed class SourcesOnPostgreSqlTests(PostgreSqlServer server) : SourceTests(server), IClassFixture<PostgreSqlServer>;
