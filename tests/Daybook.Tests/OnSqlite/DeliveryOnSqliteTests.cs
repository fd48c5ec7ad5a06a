using Daybook.Tests.BothDatabases.Server;

namespace Daybook.Tests.OnSqlite;

public sealed class DeliveryOnSqliteTests(SqliteServer server) : DeliveryTests(server), IClassFixture<SqliteServer>;
