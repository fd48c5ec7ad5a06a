using Daybook.Tests.BothDatabases.Server;

namespace Daybook.Tests.OnSqlite;

public sealed class TemplatesOnSqliteTests(SqliteServer server) : TemplateTests(server), IClassFixture<SqliteServer>;
