using Daybook.Tests.BothDatabases.Server;

namespace Daybook.Tests.OnSqlite;

public sealed class OccurrencesOnSqliteTests(SqliteServer server) : OccurrenceTests(server), IClassFixture<SqliteServer>;
