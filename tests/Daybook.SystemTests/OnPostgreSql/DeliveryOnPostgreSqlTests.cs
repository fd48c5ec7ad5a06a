using Daybook.Tests.BothDatabases.Server;

namespace Daybook.SystemTests.OnPostgreSql;

public sealed class DeliveryOnPostgreSqlTests(PostgreSqlServer server) : DeliveryTests(server), IClassFixture<PostgreSqlServer>;
