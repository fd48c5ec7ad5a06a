using Daybook.Tests.BothDatabases.Server;

namespace Daybook.Tests.OnSqlite;

public sealed class TemplatePreviewsOnSqliteTests(SqliteServer server) : TemplatePreviewTests(server), IClassFixture<SqliteServer>;
