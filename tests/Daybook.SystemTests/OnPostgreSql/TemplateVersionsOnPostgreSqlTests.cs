using Daybook.Tests.BothDatabases.Server;

namespace Daybook.SystemTests.OnPostgreSql;

public sealed class TemplateVersionsOnPostgreSqlTests(PostgreSqlServer server) : TemplateVersionTests(server), IClassFixture<PostgreSqlServer>;
