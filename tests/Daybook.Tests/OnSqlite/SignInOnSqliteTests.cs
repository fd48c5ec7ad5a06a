using Daybook.Tests.BothDatabases.Server;

namespace Daybook.Tests.OnSqlite;

public sealed class SignInOnSqliteTests(SqliteServer server) : SignInTests(server), IClassFixture<SqliteServer>;
