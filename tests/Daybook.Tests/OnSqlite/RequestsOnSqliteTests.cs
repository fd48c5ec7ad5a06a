using Daybook.Tests.BothDatabases.Server;

namespace Daybook.Tests.OnSqlite;

public sealed class RequestsOnSqliteTests(SqliteServer server) : RequestTests(server), IClassFixture<SqliteServer>;
