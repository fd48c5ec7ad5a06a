using Daybook.Tests.BothDatabases.Server;

namespace Daybook.Tests.OnSqlite;

public sealed class WebhooksOnSqliteTests(SqliteServer server) : WebhookTests(server), IClassFixture<SqliteServer>;
