using Daybook.Tests.BothDatabases.Server;

namespace Daybook.Tests.OnSqlite;

public sealed class DeliveryLinkOnSqliteTests(SqliteServer server) : DeliveryLinkTests(server), IClassFixture<SqliteServer>;
