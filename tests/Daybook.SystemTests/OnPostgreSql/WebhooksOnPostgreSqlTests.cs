using Daybook.Tests.BothDatabases.Server;

namespace Daybook.SystemTests.OnPostgreSql;

public sealed class WebhooksOnPostgreSqlTests(PostgreSqlServer server) : WebhookTests(server), IClassFixture<PostgreSqlServer>;
