using Daybook.Tests.BothDatabases.Server;

namespace Daybook.SystemTests.OnPostgreSql;

public sealed class DeliveryLinkOnPostgreSqlTests(PostgreSqlServer server) : DeliveryLinkTests(server), IClassFixture<PostgreSqlServer>;
