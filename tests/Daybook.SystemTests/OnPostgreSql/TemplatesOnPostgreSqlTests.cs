using Daybook.Tests.BothDatabases.Server;

namespace Daybook.SystemTests.OnPostgreSql;

public sealed class TemplatesOnPostgreSqlTests(PostgreSqlServer server) : TemplateTests(server), IClassFixture<PostgreSqlServer>;
