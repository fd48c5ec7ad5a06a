using Daybook.Tests.BothDatabases.Server;

namespace Daybook.Tests.OnSqlite;

public sealed class OidcOnSqliteTests(SqliteServer server) : OidcTests(server), IClassFixture<SqliteServer>;
