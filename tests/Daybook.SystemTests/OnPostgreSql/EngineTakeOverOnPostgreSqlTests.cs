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
}
