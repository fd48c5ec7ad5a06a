using Daybook.Accounts;
using Daybook.Schedules.Policies;
using Daybook.Schedules.Running;
using Daybook.Storage;

namespace Daybook.SystemTests.OnPostgreSql;

public sealed class EngineResumeOnPostgreSqlTests(PostgreSqlCluster cluster) : Tests.BothDatabases.Schedules.EngineResumeTests
{
    private protected override Task<Database> NewDatabaseAsync() => cluster.NewDatabaseAsync();

    /// <summary>The look began while the schedule was paused; whoever resumes it does not see what the look holds, and the look does not see that it is resumed.</summary>
    [Fact]
    public async Task What_a_look_holds_at_the_moment_at_which_somebody_resumes_is_not_held_for_ever()
    {
        var id = await AddAsync(Often);
        await PlanAsync();
        await Actions.PauseAsync(Caller.Server, id, "audit", null, Cancel);
        Clock.Advance(TimeSpan.FromMinutes(1));
        Task look;
        await using (var resuming = await Database.BeginAsync(Cancel))
        {
            await Schedules.LockAsync(resuming, Caller.Server, id, Cancel);
            await new OccurrenceHoldStore(Database).ResumeAsync(resuming, id, ResumeMode.Skip, "somebody", Clock.GetUtcNow(), Clock.GetUtcNow(), Cancel);
            await Schedules.ResumeAsync(resuming, id, Cancel);
            look = TickAsync();
            for (var tries = 0; await ReadAsync(session => session.GetAsync<long>("select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'", null, Cancel)) == 0; tries++)
            {
                Assert.True(tries < 3000, "the look did not come to wait for the schedule");
                await Task.Delay(10, Cancel);
            }

            await resuming.CommitAsync(Cancel);
        }

        await look;
        Assert.Equal("running  1", await SummaryAsync());
    }
}
