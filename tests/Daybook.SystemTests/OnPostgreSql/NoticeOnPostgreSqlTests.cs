using Daybook.Tests.BothDatabases.Server;

namespace Daybook.SystemTests.OnPostgreSql;

public sealed class NoticeOnPostgreSqlTests(PostgreSqlServer server) : NoticeTests(server), IClassFixture<PostgreSqlServer>;
