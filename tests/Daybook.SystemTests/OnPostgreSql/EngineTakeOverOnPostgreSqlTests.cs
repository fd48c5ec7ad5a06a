using System.Collections.Immutable;
using Daybook.Schedules.Running;
using Daybook.Storage;

namespace Daybook.SystemTests.OnPostgreSql;

public sealed class EngineTakeOverOnPostgreSqlTests(PostgreSqlCluster cluster) : Tests.BothDatabases.Schedules.EngineTakeOverTests
{
    private protected override Task<Database> NewDatabaseAsync() => cluster.NewDatabaseAsync();

    /// <summary>A frozen node whose connection ends at the wrong moment: the statement that takes back passed over its row, and the one that gives up must not take it for one without attempts.</summary>
    [Fact]
    public async Task What_is_let_go_of_while_claims_end_fails_for_no_lack_of_attempts()
    {
        await AddAsync(Daily);
        var id = await AddAsync(Daily);
        await PlanAsync();
        await TickAsync(TimeSpan.FromMinutes(5));
        var frozen = (await ListAsync(id))[0];
        await WriteAsync(session => session.ExecuteAsync(
            """
            create function stand_still() returns trigger language plpgsql as 'begin perform pg_advisory_xact_lock(4711); return null; end';
            create trigger stand_still after update on occurrences for each statement execute function stand_still()
            """, null, Cancel));
        var ticks = new TickStore(Database);
        var later = Clock.GetUtcNow().AddSeconds(61);

        Task<(int Back, ImmutableArray<TickChange> Failed)> ending;
        await using (var barrier = await Database.BeginAsync(Cancel))
        {
            await barrier.ListAsync<string>("select cast(pg_advisory_xact_lock(4711) as text)", null, Cancel);
            await using (var owner = await Database.BeginAsync(Cancel))
            {
                await owner.ListAsync<OccurrenceId>("select id from occurrences where id = @Id for update", new { frozen.Id }, Cancel);
                ending = WriteAsync(session => ticks.EndLeasesAsync(session, later, Cancel));
                for (var tries = 0; await barrier.GetAsync<long>("select count(*) from pg_locks where locktype = 'advisory' and not granted", null, Cancel) == 0; tries++)
                {
                    Assert.True(tries < 3000, "the claims did not begin to end");
                    await Task.Delay(10, Cancel);
                }
            }
        }

        var (back, failed) = await ending;
        Assert.Equal((1, 0), (back, failed.Length));
        Assert.Equal((1, 0), await WriteAsync(async session => await ticks.EndLeasesAsync(session, later, Cancel) is var (more, none) ? (more, none.Length) : default));
        Assert.Equal("due", (await FindAsync(frozen.Id)).State.ToString());
    }

    /// <summary>A step of many occurrences has them locked for as long as it takes. What else the node has must not run out meanwhile.</summary>
    [Fact]
    public async Task While_a_step_takes_long_all_other_claims_of_its_node_are_renewed_and_its_own_as_soon_as_it_is_over()
    {
        await AddAsync(Daily);
        await AddAsync(Daily);
        await PlanAsync();
        await TickAsync(TimeSpan.FromMinutes(5), NodesOwn.Node);
        var (slow, other) = ((await ListAsync())[0], (await ListAsync())[1]);
        Clock.Advance(TimeSpan.FromSeconds(40));
        var renewed = Clock.GetUtcNow().AddSeconds(60);
        await using (var step = await Database.BeginAsync(Cancel))
        {
            Assert.Equal([slow.Id], await Runs.LockAsync(step, [slow], Cancel));
            var rest = await NodesOwn.RenewAsync(Cancel).WaitAsync(TimeSpan.FromMinutes(1), Cancel);
            Assert.True(rest.AtMost < TimeSpan.FromSeconds(5));
            Assert.Equal((slow.LeaseUntil, renewed), ((await FindAsync(slow.Id)).LeaseUntil, (await FindAsync(other.Id)).LeaseUntil!.Value));
            // Whose lease is over while a step writes to it is not taken over either.
            Clock.Advance(TimeSpan.FromSeconds(30));
            Assert.Equal(0, (await WriteAsync(session => new TickStore(Database).EndLeasesAsync(session, Clock.GetUtcNow(), Cancel))).Back);
        }

        var after = await NodesOwn.RenewAsync(Cancel);
        Assert.Equal(TimeSpan.FromSeconds(20), after.AtMost);
        Assert.Equal(Clock.GetUtcNow().AddSeconds(60), (await FindAsync(slow.Id)).LeaseUntil);
    }
}
