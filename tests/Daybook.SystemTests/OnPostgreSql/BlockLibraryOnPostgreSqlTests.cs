using Daybook.Tests.BothDatabases.Server;

namespace Daybook.SystemTests.OnPostgreSql;

public sealed class BlockLibraryOnPostgreSqlTests(PostgreSqlServer server) : BlockLibraryTests(server), IClassFixture<PostgreSqlServer>;
