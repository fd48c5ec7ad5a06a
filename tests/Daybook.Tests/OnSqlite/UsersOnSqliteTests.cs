using Daybook.Tests.BothDatabases.Server;

namespace Daybook.Tests.OnSqlite;

public sealed class UsersOnSqliteTests(SqliteServer server) : UserTests(server), IClassFixture<SqliteServer>;
