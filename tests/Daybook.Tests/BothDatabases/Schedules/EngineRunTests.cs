using Daybook.Accounts;
using Daybook.Reports;
using Daybook.Schedules;
using Daybook.Schedules.Policies;
using Daybook.Schedules.Running;
using Daybook.Schedules.TimeZones;

namespace Daybook.Tests.BothDatabases.Schedules;

/// <summary>One occurrence from its plan to its end.</summary>
public abstract class EngineRunTests : EngineTests
{
    /// <summary>The tests begin at 2026-05-04 18:00 UTC, a Monday.</summary>
    private const string Daily = """{"frequency": "daily", "time": "18:05"}""";

    [Fact]
    public async Task Rows_are_planned_for_six_weeks_and_planning_again_adds_none()
    {
        var id = await AddAsync(Daily);
        await PlanAsync();
        var rows = await ListAsync(id);
        Assert.Equal(42, rows.Length);
        Assert.All(rows, row => Assert.Equal(OccurrenceState.Planned, row.State));
        Assert.Equal(Start.AddMinutes(5), rows[0].DueAt);
        Assert.Equal((Start.AddDays(-1).AddMinutes(5), Start.AddMinutes(5)), (rows[0].PeriodStart, rows[0].PeriodEnd));
        Assert.Equal(Start.AddMinutes(5), (await FindAsync(id)).NextRunAt);
        await PlanAsync();
        Assert.Equal(42, (await ListAsync(id)).Length);
        Clock.Advance(TimeSpan.FromDays(8));
        await PlanAsync();
        Assert.Equal(50, (await ListAsync(id)).Length);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nothing_is_made_up_for_of_a_time_when_the_schedule_was_switched_off(bool ranBefore)
    {
        var (content, user) = (await ContentAsync(Daily), await UserAsync());
        var id = await WriteAsync(session => Schedules.AddAsync(session, content with { IsActive = ranBefore }, user.Id, Clock.GetUtcNow(), Cancel));
        await PlanAsync();
        if (ranBefore)
            await SaveAsync(id, content with { IsActive = false }, 1);
        await PlanAsync();
        Clock.Advance(TimeSpan.FromDays(60));
        await SaveAsync(id, content, (await FindAsync(id)).Version);
        await PlanAsync();
        await TickAsync();
        var rows = await ReadAsync(session => Plans.ListAsync(session, id, DateOnly.MinValue, Cancel));
        Assert.All(rows.Where(row => row.DueAt < Clock.GetUtcNow()), row => Assert.Equal("deactivated", row.Reason));
        Assert.Equal(42, rows.Count(row => row.State == OccurrenceState.Planned));
    }

    [Fact]
    public async Task An_occurrence_is_due_at_its_minute_and_ends_with_its_report()
    {
        var id = await AddAsync(Daily);
        await PlanAsync();
        await TickAsync(TimeSpan.FromSeconds(299));
        Assert.Equal("", await StatesAsync());
        await TickAsync(TimeSpan.FromSeconds(1));
        Assert.Equal("running", await StatesAsync());
        await AdvanceAsync();
        Assert.Equal("running", await StatesAsync());
        await MakeReportsAsync();
        await AdvanceAsync();
        var row = (await ListAsync(id))[0];
        Assert.Equal((OccurrenceState.Succeeded, 1, (int?)0, (int?)0), (row.State, row.Attempt, row.BlockErrors, row.ExportErrors));
        var report = (await ReadAsync(session => Reports.Reports.FindAsync(session, Caller.Server, row.ReportId!.Value, Cancel)))!;
        Assert.Equal(new DateOnly(2026, 5, 4), report.ReportDate);
        Assert.Equal("ann", report.GeneratedByName);
        var inputs = ReportInputs.Parse(report.Inputs.Text);
        Assert.Equal((row.PeriodStart, row.PeriodEnd), (inputs.Period.Start, inputs.Period.End));
        Assert.Equal(28, inputs.Period.Earlier.Length);
        Assert.Equal((inputs.Period.Start.AddDays(-1), inputs.Period.Start), (inputs.Period.Earlier[0].Start, inputs.Period.Earlier[0].End));
        Assert.True(inputs.Parameters["scheduled"].GetBoolean());
        Assert.Equal(id.ToString(), inputs.Parameters["schedule_id"].GetString());
        var schedule = await FindAsync(id);
        Assert.Equal((Clock.GetUtcNow(), Start.AddDays(1).AddMinutes(5)), (schedule.LastRunAt, schedule.NextRunAt));
        Assert.Equal(1, await ReadAsync(session => session.GetAsync<int>("select count(*) from cob_schedule_executions where success and execution_time_ms = 0", null, Cancel)));
        var events = await ReadAsync(session => Occurrences.EventsAsync(session, row.Id, Cancel));
        Assert.Equal(["planned>due clock", "due>running claim", "running>succeeded worker"], events.Select(change => $"{change.FromState}>{change.ToState} {change.Actor}"));
        Assert.Equal("", await NoticesAsync());
    }

    [Fact]
    public async Task A_report_that_fails_is_tried_again_with_longer_waits_and_then_has_failed()
    {
        await AddAsync(Daily);
        await PlanAsync();
        await TickAsync(TimeSpan.FromMinutes(5));
        await FinishAsync(ReportState.Failed, "stage_timeout");
        Assert.Equal("due retry", await StatesAsync());
        await TickAsync(TimeSpan.FromSeconds(59));
        Assert.Equal("due retry", await StatesAsync());
        await TickAsync(TimeSpan.FromSeconds(1));
        await FinishAsync(ReportState.Failed, "stage_timeout");
        await TickAsync(TimeSpan.FromSeconds(119));
        Assert.Equal("due retry", await StatesAsync());
        await TickAsync(TimeSpan.FromSeconds(1));
        await FinishAsync(ReportState.Failed, "stage_timeout");
        Assert.Equal("failed report_failed", await StatesAsync());
        Assert.Equal(NoticeKind.Failed, await NoticesAsync());
        Assert.Equal(1, await ReadAsync(session => session.GetAsync<int>("select count(*) from cob_generated_reports", null, Cancel)));

        await TickAsync(TimeSpan.FromDays(1));
        await FinishAsync();
        Assert.Equal("failed report_failed; succeeded", await StatesAsync());
        Assert.Equal($"{NoticeKind.Failed}; {NoticeKind.Recovered}", await NoticesAsync());
    }

    [Theory]
    [InlineData("not_found")]
    [InlineData("invalid_template")]
    public async Task What_another_attempt_cannot_mend_fails_at_once(string code)
    {
        await AddAsync(Daily);
        await PlanAsync();
        await TickAsync(TimeSpan.FromMinutes(5));
        await FinishAsync(ReportState.Failed, code);
        Assert.Equal("failed report_failed", await StatesAsync());
    }

    [Theory]
    [InlineData(OnPartial.Deliver, "succeeded", "")]
    [InlineData(OnPartial.Hold, "held partial", NoticeKind.Held)]
    [InlineData(OnPartial.Fail, "failed partial", NoticeKind.Failed)]
    internal async Task A_partial_report_is_treated_as_the_schedule_says(OnPartial onPartial, string states, string notices)
    {
        await AddAsync(Daily, new SchedulePolicies { OnPartial = onPartial, MaxAttempts = 1 });
        await PlanAsync();
        await TickAsync(TimeSpan.FromMinutes(5));
        await FinishAsync(ReportState.CompletedWithErrors, "partial");
        if (onPartial == OnPartial.Deliver)
            (states, notices) = ("completed_with_errors block_failed", NoticeKind.CompletedWithErrors);
        Assert.Equal(states, await StatesAsync());
        Assert.Equal(notices, await NoticesAsync());
        if (onPartial == OnPartial.Deliver)
        {
            Assert.Equal("1 block failed. It did not work.", (await ListAsync())[0].ErrorText);
            Assert.EndsWith(": 1 block failed.\nIt did not work.", await ReadAsync(session => session.GetAsync<string>("select text from notices", null, Cancel)), StringComparison.Ordinal);
            Assert.Equal("1 block failed. It did not work.", await ReadAsync(session => session.GetAsync<string>("select error_message from cob_schedule_executions", null, Cancel)));
        }
    }

    [Fact]
    public async Task A_partial_report_that_must_not_go_out_is_made_anew_while_attempts_are_left()
    {
        var id = await AddAsync(Daily, new SchedulePolicies { OnPartial = OnPartial.Fail, MaxAttempts = 2 });
        await PlanAsync();
        await TickAsync(TimeSpan.FromMinutes(5));
        await FinishAsync(ReportState.CompletedWithErrors, "unreachable");
        Assert.Equal("due retry", await StatesAsync());
        Assert.Equal("partial", (await ListAsync(id))[0].ErrorCode);
        await TickAsync(TimeSpan.FromSeconds(59));
        Assert.Equal("due retry", await StatesAsync());
        await TickAsync(TimeSpan.FromSeconds(1));
        await FinishAsync();
        Assert.Equal("succeeded", await StatesAsync());
        Assert.Equal((2, 0), ((await ListAsync(id))[0].Attempt, (await ListAsync(id))[0].BlockErrors));
        Assert.Equal(2, await ReadAsync(session => session.GetAsync<int>("select count(*) from cob_generated_reports", null, Cancel)));
        Assert.Equal("", await NoticesAsync());
    }

    [Fact]
    public async Task The_next_attempt_is_looked_for_at_its_time()
    {
        await AddAsync(Daily, new SchedulePolicies { RetrySeconds = 3 });
        await PlanAsync();
        await TickAsync(TimeSpan.FromMinutes(5));
        await FinishAsync(ReportState.Failed, "unreachable");
        Assert.Equal("due retry", await StatesAsync());
        var (claimed, now, next) = await Tick.RunAsync(Node, Cancel);
        Assert.Equal(0, claimed);
        Assert.Equal(now.AddSeconds(3), next);
        await TickAsync(TimeSpan.FromSeconds(3));
        await FinishAsync();
        Assert.Equal("succeeded", await StatesAsync());
    }

    [Fact]
    public async Task A_report_made_ahead_is_ended_at_its_minute_and_not_before()
    {
        await AddAsync("""{"frequency": "daily", "time": "18:05", "prepare_lead": "PT3M"}""");
        await PlanAsync();
        await TickAsync(TimeSpan.FromMinutes(2));
        await FinishAsync();
        Assert.Equal("running", await StatesAsync());
        await TickAsync(TimeSpan.FromSeconds(179));
        await AdvanceAsync();
        Assert.Equal("running", await StatesAsync());
        await TickAsync(TimeSpan.FromSeconds(1));
        await AdvanceAsync();
        Assert.Equal("succeeded", await StatesAsync());
    }

    /// <summary>Whether the second report says what the first one says cannot be told: its document is gone, or is no document.</summary>
    [Theory]
    [InlineData(true, "damaged_content")]
    [InlineData(false, "internal_error")]
    public async Task What_fails_beside_the_making_of_a_report_ends_the_attempt_for_its_own_reason_and_only_the_last_one_the_run(bool isGone, string code)
    {
        var other = await AddAsync(Daily);
        var id = await AddAsync(Daily, new SchedulePolicies { OnlyIfChanged = true });
        await PlanAsync();
        await TickAsync(TimeSpan.FromMinutes(5));
        await FinishAsync();
        // As where somebody got the first one.
        await SqlAsync("update occurrences set reason = null");
        await TickAsync(TimeSpan.FromDays(1));
        await AdvanceAsync();
        await MakeReportsAsync();
        var document = isGone ? new string('a', 64) : await WriteAsync(session => Contents.PutAsync(session, "nonsense"u8.ToArray(), packed: false, Cancel));
        if (isGone)
            await SqlAsync($"insert into contents (sha256, size_bytes, stored_bytes, encoding) values ('{document}', 1, 1, 'none')");
        await SqlAsync($"update cob_generated_reports set document_sha256 = '{document}'");
        await AdvanceAsync();
        Assert.Equal("succeeded; due retry", await StatesAsync(id));
        Assert.Equal("succeeded; succeeded", await StatesAsync(other));
        Assert.Equal(code, (await ListAsync(id))[1].ErrorCode);
        for (var attempt = 2; attempt <= 3; attempt++)
        {
            await TickAsync(TimeSpan.FromMinutes(3));
            await AdvanceAsync();
        }

        Assert.Equal("succeeded; failed attempts_used_up", await StatesAsync(id));
        Assert.Equal(code, (await ListAsync(id))[1].ErrorCode);
        Assert.Equal(NoticeKind.Failed, await NoticesAsync());
        Assert.Equal(1, await ReadAsync(session => session.GetAsync<int>("select count(*) from occurrences where schedule_id = @id and state = 'failed' and attempt = 3", new { id }, Cancel)));
    }

    [Fact]
    public async Task An_owner_who_left_fails_the_occurrence_and_marks_the_schedule()
    {
        var id = await AddAsync(Daily);
        await PlanAsync();
        await WriteAsync(session => session.ExecuteAsync("update users set is_active = false", null, Cancel));
        await PlannerOf(TimeZoneData.Bundled).TidyAsync(Cancel);
        Assert.Equal(ScheduleFlag.OwnerLeft, (await FindAsync(id)).Flag);
        await TickAsync(TimeSpan.FromMinutes(5));
        await FinishAsync();
        Assert.Equal("failed owner_left", await StatesAsync());
        Assert.Equal($"{NoticeKind.Flagged}; {NoticeKind.Failed}", await NoticesAsync());
        await WriteAsync(session => session.ExecuteAsync("update users set is_active = true", null, Cancel));
        await PlannerOf(TimeZoneData.Bundled).TidyAsync(Cancel);
        Assert.Null((await FindAsync(id)).Flag);
    }

    [Fact]
    public async Task Runs_that_fail_for_want_of_an_owner_are_told_once_a_day_and_so_is_the_first_good_one()
    {
        await AddAsync("""{"rule": {"type": "interval", "every": "PT1H", "anchor": "2026-05-04T18:10:00Z"}, "zone": "UTC"}""");
        await PlanAsync();
        await SqlAsync("update users set is_active = false");
        for (var hour = 0; hour < 25; hour++)
        {
            await TickAsync(TimeSpan.FromHours(1));
            await AdvanceAsync();
        }

        Assert.Equal(25, (await StatesAsync()).Split("; ").Count(state => state == "failed owner_left"));
        Assert.Equal($"{NoticeKind.Failed}; {NoticeKind.Failed}", await NoticesAsync());
        await SqlAsync("update users set is_active = true");
        await TickAsync(TimeSpan.FromHours(1));
        await FinishAsync();
        Assert.Equal($"{NoticeKind.Failed}; {NoticeKind.Failed}; {NoticeKind.Recovered}", await NoticesAsync());
    }
}
