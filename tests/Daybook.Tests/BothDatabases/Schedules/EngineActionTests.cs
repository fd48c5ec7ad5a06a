using Daybook.Accounts;
using Daybook.Calendars.Stored;
using Daybook.Composition;
using Daybook.Hosting;
using Daybook.Reports;
using Daybook.Schedules.Policies;
using Daybook.Schedules.Running;
using Daybook.Schedules.TimeZones;
using NodaTime;

namespace Daybook.Tests.BothDatabases.Schedules;

/// <summary>What people do to schedules and occurrences while they run.</summary>
public abstract class EngineActionTests : EngineTests
{
    private const string Daily = """{"frequency": "daily", "time": "18:05"}""";

    [Fact]
    public async Task A_run_that_somebody_wants_now_stands_beside_those_of_the_rule()
    {
        var id = await AddAsync(Daily);
        await PlanAsync();
        var ann = Caller.Of(await UserAsync(), null);
        var today = await FindAsync(await Actions.RunNowAsync(ann, id, null, "for the board", Cancel));
        Clock.Advance(TimeSpan.FromSeconds(1));
        var past = await FindAsync(await Actions.RunNowAsync(ann, id, new DateOnly(2026, 4, 30), null, Cancel));
        Assert.Equal((OccurrenceOrigin.Manual, "ann", "for the board", ann.Id), (today.Origin, today.ChangedBy, today.Note, today.RequestedBy));
        Assert.Equal((new DateOnly(2026, 5, 4), Start.AddDays(-1).AddMinutes(5), Start), (today.ReportDate, today.PeriodStart, today.PeriodEnd));
        Assert.Equal((new DateOnly(2026, 4, 30), Start.AddDays(-5).AddMinutes(5), Start.AddDays(-4).AddMinutes(5)), (past.ReportDate, past.PeriodStart, past.PeriodEnd));
        await TickAsync();
        await FinishAsync();
        await TickAsync();
        await FinishAsync();
        Assert.Equal("succeeded; succeeded", await StatesAsync());
        await Assert.ThrowsAsync<ProblemException>(() => Actions.RunNowAsync(ann, id, new DateOnly(2026, 5, 5), null, Cancel));
        await Assert.ThrowsAsync<ProblemException>(() => Actions.RunNowAsync(ann with { Id = null, Role = Role.Author }, id, null, null, Cancel));
    }

    [Fact]
    public async Task A_test_runs_while_the_schedule_is_paused_is_marked_and_is_no_run_of_it()
    {
        var id = await AddAsync(Daily);
        await PlanAsync();
        var ann = Caller.Of(await UserAsync(), null);
        await Actions.PauseAsync(ann, id, "audit", null, Cancel);
        var test = await Actions.TestRunAsync(ann, id, null, Cancel);
        await TickAsync();
        await FinishAsync();
        var row = await FindAsync(test);
        Assert.Equal((OccurrenceState.Succeeded, OccurrenceOrigin.Test), (row.State, row.Origin));
        Assert.Equal("TEST", (await ReadAsync(session => Reports.Reports.FindAsync(session, Caller.Server, row.ReportId!.Value, Cancel)))!.Classification);
        Assert.Null((await FindAsync(id)).LastRunAt);
        Assert.Equal(0, await ReadAsync(session => session.GetAsync<int>("select count(*) from cob_schedule_executions", null, Cancel)));
    }

    [Fact]
    public async Task Whoever_pauses_learns_what_runs_and_what_a_deleted_schedule_had_cannot_be_made_again()
    {
        var id = await AddAsync(Daily);
        await PlanAsync();
        Assert.Empty(await Actions.PauseAsync(Caller.Server, id, "audit", null, Cancel));
        await Actions.ResumeAsync(Caller.Server, id, ResumeMode.Skip, Cancel);
        await TickAsync(TimeSpan.FromMinutes(5));
        var run = (await ListAsync(id))[0].Id;
        Assert.Equal(run, Assert.Single(await Actions.PauseAsync(Caller.Server, id, "audit", null, Cancel)));
        await FinishAsync(ReportState.Failed, "not_found");
        Assert.Empty(await Actions.DeleteAsync(Caller.Server, id, null, Cancel));
        var refused = await Assert.ThrowsAsync<ProblemException>(() => Decisions.RetryAsync(Caller.Server, run, null, Cancel));
        Assert.Equal((ProblemType.NotPossibleNow, "Its schedule was deleted. A new schedule with the same rule can make it: daybook schedule backfill."), (refused.Type, refused.Message));
    }

    [Fact]
    public async Task A_failed_occurrence_is_retried_under_its_own_dates()
    {
        var id = await AddAsync(Daily);
        await PlanAsync();
        await TickAsync(TimeSpan.FromMinutes(5));
        await FinishAsync(ReportState.Failed, "not_found");
        var failed = (await ListAsync(id))[0];
        await Assert.ThrowsAsync<ProblemException>(() => Decisions.ReleaseAsync(Caller.Server, failed.Id, null, Cancel));
        await Decisions.RetryAsync(Caller.Server, failed.Id, "the template is back", Cancel);
        await TickAsync(TimeSpan.FromHours(30));
        await FinishAsync();
        var row = await FindAsync(failed.Id);
        Assert.Equal((OccurrenceState.Succeeded, failed.BusinessDate, failed.PeriodEnd, failed.ReportId), (row.State, row.BusinessDate, row.PeriodEnd, row.ReportId));
        Assert.Contains(await ReadAsync(session => Occurrences.EventsAsync(session, row.Id, Cancel)), change => change is { Actor: "daybook", Reason: "retried", Note: "the template is back" });
        await Assert.ThrowsAsync<ProblemException>(() => Decisions.CancelAsync(Caller.Server, row.Id, null, Cancel));
    }

    [Fact]
    public async Task A_backfill_of_a_failed_date_counts_its_attempts_on()
    {
        var id = await AddAsync(Daily);
        await PlanAsync();
        await TickAsync(TimeSpan.FromMinutes(5));
        await FinishAsync(ReportState.Failed, "not_found");
        Clock.Advance(TimeSpan.FromMinutes(1));
        var backfills = new Backfills(
            Schedules, Occurrences, Plans, new OccurrenceDecisionStore(), new BackfillStore(), new ServerCalendars(new CalendarStore(Database), Clock), TimeZoneData.Bundled, Time, Audit);
        var date = new LocalDate(2026, 5, 4);
        await WriteAsync(async session =>
        {
            var plan = await backfills.PlanAsync(session, Caller.Server, id, date, date, delivers: false, again: false, Cancel);
            Assert.Equal(1, await backfills.FollowAsync(session, Caller.Server, plan, plan.Hash, Cancel));
        });
        await TickAsync();
        await FinishAsync();
        var row = (await ListAsync(id))[0];
        Assert.Equal((OccurrenceState.Succeeded, OccurrenceOrigin.Backfill, 2, 4), (row.State, row.Origin, row.Attempt, row.MaxAttempts));
        Assert.Equal([0, 1, 1, 1, 2, 2], (await ReadAsync(session => Occurrences.EventsAsync(session, row.Id, Cancel))).Select(change => change.Attempt));
    }

    [Fact]
    public async Task A_partial_report_that_is_run_again_is_made_anew_as_another_revision()
    {
        var id = await AddAsync(Daily);
        await PlanAsync();
        await TickAsync(TimeSpan.FromMinutes(5));
        await FinishAsync(ReportState.CompletedWithErrors, "partial");
        var partial = (await ListAsync(id))[0];
        await Decisions.RetryAsync(Caller.Server, partial.Id, null, Cancel);
        await TickAsync();
        await FinishAsync();
        var row = await FindAsync(partial.Id);
        Assert.Equal((OccurrenceState.Succeeded, 2), (row.State, row.Revision));
        Assert.NotEqual(partial.ReportId, row.ReportId);
    }

    [Fact]
    public async Task A_held_report_waits_for_approval_and_goes_on_from_there()
    {
        var id = await AddAsync(Daily, new SchedulePolicies { RequireApproval = true });
        await PlanAsync();
        await TickAsync(TimeSpan.FromMinutes(5));
        await FinishAsync();
        Assert.Equal("held approval", await StatesAsync());
        var held = (await ListAsync(id))[0];
        await Decisions.ReleaseAsync(Caller.Server, held.Id, "looks right", Cancel);
        await TickAsync();
        await AdvanceAsync();
        Assert.Equal("succeeded", await StatesAsync());
        Assert.Equal(held.ReportId, (await FindAsync(held.Id)).ReportId);
    }

    [Fact]
    public async Task A_rejected_report_is_skipped_and_one_that_nobody_decides_about_is_missed()
    {
        var id = await AddAsync(Daily, new SchedulePolicies { RequireApproval = true, HoldMinutes = 60 });
        await PlanAsync();
        await TickAsync(TimeSpan.FromMinutes(5));
        await FinishAsync();
        await Decisions.RejectAsync(Caller.Server, (await ListAsync(id))[0].Id, "wrong day", Cancel);
        await TickAsync(TimeSpan.FromDays(1));
        await FinishAsync();
        await TickAsync(TimeSpan.FromMinutes(61));
        Assert.Equal("skipped rejected; missed hold_expired", await StatesAsync());
    }

    [Fact]
    public async Task A_run_is_cancelled_with_its_report_and_what_is_planned_at_once()
    {
        var id = await AddAsync(Daily);
        await PlanAsync();
        await TickAsync(TimeSpan.FromMinutes(5));
        await AdvanceAsync();
        var rows = await ListAsync(id);
        await Decisions.CancelAsync(Caller.Server, rows[0].Id, null, Cancel);
        await Decisions.CancelAsync(Caller.Server, rows[1].Id, null, Cancel);
        await AdvanceAsync();
        Assert.Equal("cancelled cancelled; cancelled cancelled", await StatesAsync());
        var report = await ReadAsync(session => Reports.Reports.FindAsync(session, Caller.Server, rows[0].ReportId!.Value, Cancel));
        Assert.Equal(ReportState.Cancelled, report!.Status);
    }

    [Theory]
    [InlineData("report_date is not none", "succeeded")]
    [InlineData("1 > 2", "succeeded send_if_false")]
    [InlineData("findings.critical > 0", "held send_if_failed")]
    public async Task The_condition_for_sending_is_asked_of_the_data_and_never_guessed(string condition, string states)
    {
        await AddAsync(Daily, new SchedulePolicies { SendIf = condition });
        await PlanAsync();
        await TickAsync(TimeSpan.FromMinutes(5));
        await AdvanceAsync();
        await KeepSnapshotsAsync();
        await FinishAsync();
        Assert.Equal(states, await StatesAsync());
    }

    [Fact]
    public async Task Stale_data_holds_the_report_and_a_release_reads_it_anew()
    {
        var id = await AddAsync(Daily, new SchedulePolicies { FreshIf = "false" });
        await PlanAsync();
        await TickAsync(TimeSpan.FromMinutes(5));
        await AdvanceAsync();
        await KeepSnapshotsAsync();
        await FinishAsync();
        Assert.Equal("held stale_data", await StatesAsync());
        var held = (await ListAsync(id))[0];
        await Decisions.ReleaseAsync(Caller.Server, held.Id, null, Cancel);
        await TickAsync();
        await AdvanceAsync();
        var again = await FindAsync(held.Id);
        Assert.NotEqual(held.ReportId, again.ReportId);
        Assert.Equal(held.MaxAttempts - held.Attempt, again.MaxAttempts - again.Attempt);
    }

    /// <summary>The data of every report that waits has been collected: there is none.</summary>
    private Task KeepSnapshotsAsync() => WriteAsync(async session =>
    {
        var sha256 = await Contents.PutAsync(session, SnapshotJson.Write(Snapshot.Empty), packed: true, Cancel);
        await session.ExecuteAsync("update cob_generated_reports set snapshot_sha256 = @sha256 where status = 'pending'", new { sha256 }, Cancel);
    });
}
