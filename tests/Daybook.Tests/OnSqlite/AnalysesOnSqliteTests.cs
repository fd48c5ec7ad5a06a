using Daybook.Tests.BothDatabases.Server;

namespace Daybook.Tests.OnSqlite;

public sealed class AnalysesOnSqliteTests(SqliteServer server) : AnalysisTests(server), IClassFixture<SqliteServer>;
