using Daybook.Tests.BothDatabases.Server;

namespace Daybook.SystemTests.OnPostgreSql;

public sealed class OccurrencesOnPostgreSqlTests(PostgreSqlServer server) : OccurrenceTests(server), IClassFixture<PostgreSqlServer>;
