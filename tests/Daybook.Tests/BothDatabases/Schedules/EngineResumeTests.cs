using Daybook.Accounts;
using Daybook.Schedules;
using Daybook.Schedules.Policies;
using Daybook.Schedules.Running;
using Daybook.Storage;

namespace Daybook.Tests.BothDatabases.Schedules;

/// <summary>The end of a pause that held very many occurrences: they are let go of part by part, and the pause lasts until the last of them.</summary>
public abstract class EngineResumeTests : EngineTests
{
    private const int Held = (2 * OccurrenceHoldStore.Batch) + 160;

    private protected const string Often = """{"rule": {"type": "interval", "every": "PT1M", "anchor": "2026-05-04T18:01:00Z"}, "zone": "UTC", "min_spacing": "PT1M", "concurrency": "queue_one"}""";

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Theory]
    [InlineData(ResumeMode.Skip, "skipped paused 2160")]
    [InlineData(ResumeMode.Latest, "running  1; skipped superseded 2159")]
    [InlineData(ResumeMode.All, "due resumed 2159; running  1")]
    internal async Task A_long_pause_ends_as_the_one_who_resumes_says(ResumeMode mode, string states)
    {
        var id = await HoldAsync();
        await Actions.ResumeAsync(Caller.Server, id, mode, Cancel);
        Assert.False((await FindAsync(id)).IsPaused);
        await TickAsync();
        Assert.Equal(states, await SummaryAsync());
        Assert.Equal(Held, await CountAsync("select count(*) from (select distinct occurrence_id from occurrence_events where from_state = 'held') one"));
        Assert.Equal(1, await CountAsync("select count(*) from audit_entries where action = 'schedule.resumed'"));
        if (mode != ResumeMode.Skip)
            Assert.Equal(mode == ResumeMode.All ? Start + Minute : Clock.Now(), await ReadAsync(session => session.GetAsync<DateTimeOffset>("select due_at from occurrences where state = 'running'", null, Cancel)));
    }

    [Theory]
    [InlineData(ResumeMode.Latest, "held paused 1160; skipped superseded 1000")]
    [InlineData(ResumeMode.All, "due resumed 1000; held paused 1160")]
    internal async Task Whoever_is_stopped_in_the_middle_leaves_a_schedule_that_is_paused_and_can_be_resumed_again(ResumeMode mode, string states)
    {
        var id = await HoldAsync();
        await RefuseAsync(Start + (1500 * Minute));
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => Actions.ResumeAsync(Caller.Server, id, mode, Cancel));
        Assert.Equal(states, await SummaryAsync());
        Assert.True((await FindAsync(id)).IsPaused);
        Assert.Equal(0, await CountAsync("select count(*) from audit_entries where action = 'schedule.resumed'"));

        await SqlAsync(Database.Dialect == "sqlite" ? "drop trigger stop_here" : "drop trigger stop_here on occurrences");
        await Actions.ResumeAsync(Caller.Server, id, ResumeMode.Latest, Cancel);
        await TickAsync();
        Assert.Equal(mode == ResumeMode.All ? "due resumed 1000; running  1; skipped superseded 1159" : "running  1; skipped superseded 2159", await SummaryAsync());
    }

    [Fact]
    public async Task What_falls_due_while_a_pause_is_being_ended_is_not_skipped_with_what_the_pause_held()
    {
        var id = await HoldAsync();
        var (since, holds) = (Clock.GetUtcNow(), new OccurrenceHoldStore(Database));
        Assert.Equal(OccurrenceHoldStore.Batch, await WriteAsync(session => holds.ResumeAsync(session, id, ResumeMode.Skip, "somebody", since, since, Cancel)));
        await TickAsync(Minute);
        Assert.Equal("held paused 1161; skipped paused 1000", await SummaryAsync());
        Assert.Equal(OccurrenceHoldStore.Batch, await WriteAsync(session => holds.ResumeAsync(session, id, ResumeMode.Skip, "somebody", since, Clock.GetUtcNow(), Cancel)));
        Assert.Equal(161, await WriteAsync(session => holds.ResumeAsync(session, id, ResumeMode.Skip, "somebody", since, Clock.GetUtcNow(), Cancel)));
        Assert.Equal("due resumed 1; skipped paused 2160", await SummaryAsync());
    }

    [Fact]
    public async Task A_long_pause_with_an_end_ends_in_several_looks_and_what_falls_due_after_its_end_runs()
    {
        var id = await HoldAsync(Start + ((Held * Minute) + TimeSpan.FromSeconds(30)));
        await TickAsync(Minute);
        Assert.True((await FindAsync(id)).IsPaused);
        Assert.Equal("held paused 1160; running  1; skipped paused 1000", await SummaryAsync());
        await TickAsync();
        Assert.True((await FindAsync(id)).IsPaused);
        await TickAsync();
        Assert.False((await FindAsync(id)).IsPaused);
        Assert.Equal("running  1; skipped paused 2160", await SummaryAsync());
    }

    /// <returns>A schedule whose pause holds very many occurrences; the last of them is due now.</returns>
    private async Task<ScheduleId> HoldAsync(DateTimeOffset? until = null)
    {
        var id = await AddAsync(Often);
        await PlanAsync();
        await Actions.PauseAsync(Caller.Server, id, "audit", until, Cancel);
        Clock.Advance(Held * Minute);
        for (var looks = 0; await CountAsync("select count(*) from occurrences where state = 'held'") < Held; looks++)
        {
            Assert.True(looks < 100, "what is paused is not held");
            await PlanAsync();
            await TickAsync();
        }

        return id;
    }

    /// <summary>Has the database refuse any change of what fell due at this instant.</summary>
    private async Task RefuseAsync(DateTimeOffset dueAt)
    {
        var row = (await ReadAsync(session => session.GetAsync<OccurrenceId>("select id from occurrences where due_at = @dueAt", new { dueAt }, Cancel))).ToString();
        await SqlAsync(Database.Dialect == "sqlite"
            ? $"create trigger stop_here before update on occurrences when new.id = '{row}' begin select raise(abort, 'stopped'); end"
            : $"""
                create function stop_here() returns trigger language plpgsql as 'begin raise exception ''stopped''; end';
                create trigger stop_here before update on occurrences for each row when (new.id = '{row}') execute function stop_here()
                """);
    }

    private Task<long> CountAsync(string sql) => ReadAsync(session => session.GetAsync<long>(sql, null, Cancel));

    /// <summary>How many are in which state, but for those that are planned.</summary>
    private protected async Task<string> SummaryAsync() => string.Join("; ", await ReadAsync(session => session.ListAsync<string>(
        "select state || ' ' || coalesce(reason, '') || ' ' || cast(count(*) as varchar(10)) from occurrences where state <> 'planned' group by state, reason order by state, reason", null, Cancel)));
}
