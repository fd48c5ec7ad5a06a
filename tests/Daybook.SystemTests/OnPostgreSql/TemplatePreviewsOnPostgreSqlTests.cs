using Daybook.Tests.BothDatabases.Server;

namespace Daybook.SystemTests.OnPostgreSql;

public sealed class TemplatePreviewsOnPostgreSqlTests(PostgreSqlServer server) : TemplatePreviewTests(server), IClassFixture<PostgreSqlServer>;
