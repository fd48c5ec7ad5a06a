using System.Data.Common;
using Daybook.Accounts;
using Daybook.Schedules.Running;
using Daybook.Storage;
using Daybook.Tests.BothDatabases.Schedules;

namespace Daybook.SystemTests.OnPostgreSql;

/// <summary>What a node has locked when it is stopped in the middle of a transaction does not hold up the others.</summary>
public sealed class FrozenNodeTests(PostgreSqlCluster cluster) : EngineTests
{
    private protected override async Task<Database> NewDatabaseAsync() =>
        new PostgreSqlDatabase(DatabaseAddress.Parse(await cluster.NewAddressAsync() + "&Options=" + Uri.EscapeDataString("-c idle_in_transaction_session_timeout=300")));

    [Fact]
    public async Task The_database_ends_a_turn_that_falls_silent_and_the_next_node_has_it()
    {
        await AddAsync("""{"frequency": "daily", "time": "18:05"}""");
        await PlanAsync();
        await TickAsync();
        var frozen = await Database.BeginAsync(Cancel);
        await new TickStore(Database).LockAsync(frozen, Cancel);
        await TickAsync(TimeSpan.FromMinutes(5), "there");
        Assert.Equal("running", await StatesAsync());
        await Assert.ThrowsAnyAsync<DbException>(() => frozen.CommitAsync(Cancel));
        await frozen.DisposeAsync();
    }

    [Fact]
    public async Task An_occurrence_that_its_owner_has_locked_does_not_hold_up_the_others()
    {
        foreach (var time in new[] { "18:04", "18:05" })
            await AddAsync($$"""{"frequency": "daily", "time": "{{time}}"}""");
        await PlanAsync();
        await TickAsync(TimeSpan.FromMinutes(5));
        var running = (await ListAsync()).Where(row => row.State == OccurrenceState.Running).Select(row => row.Id).ToList();
        var frozen = await Database.BeginAsync(Cancel);
        await frozen.ExecuteAsync("set local idle_in_transaction_session_timeout = 0", null, Cancel);
        await Occurrences.LockAsync(frozen, Caller.Server, running[0], Cancel);
        await TickAsync(TimeSpan.FromSeconds(61), "there");
        Assert.Equal([Node, "there"], await OwnersAsync());
        await frozen.DisposeAsync();
        await TickAsync(node: "there");
        Assert.Equal(["there", "there"], await OwnersAsync());

        async Task<string?[]> OwnersAsync() => [await OwnerAsync(running[0]), await OwnerAsync(running[1])];

        async Task<string?> OwnerAsync(OccurrenceId id) => (await FindAsync(id)).LeaseOwner;
    }

    [Fact]
    public async Task A_server_says_so_to_the_database()
    {
        await using var database = await cluster.NewDatabaseAsync();
        await using var session = await database.OpenAsync(Cancel);
        Assert.Equal("5s", await session.GetAsync<string>("show idle_in_transaction_session_timeout", null, Cancel));
    }

    [Fact]
    public async Task A_node_that_has_the_schema_may_be_silent_for_longer_until_its_transaction_ends()
    {
        await using var session = await Database.BeginAsync(Cancel);
        await Database.LockSchemaAsync(session, Cancel);
        Assert.Equal("1min", await session.GetAsync<string>("show idle_in_transaction_session_timeout", null, Cancel));
        await Task.Delay(1000, Cancel);
        await session.CommitAsync(Cancel);
        await using var next = await Database.OpenAsync(Cancel);
        Assert.Equal("300ms", await next.GetAsync<string>("show idle_in_transaction_session_timeout", null, Cancel));
    }
}
