using Daybook.Tests.BothDatabases.Server;

namespace Daybook.Tests.OnSqlite;

public sealed class TemplateVersionsOnSqliteTests(SqliteServer server) : TemplateVersionTests(server), IClassFixture<SqliteServer>;
