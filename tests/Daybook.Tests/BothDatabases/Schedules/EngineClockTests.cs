using System.Globalization;
using Daybook.Accounts;
using Daybook.Calendars;
using Daybook.Calendars.Holidays;
using Daybook.Calendars.Stored;
using Daybook.Schedules;
using Daybook.Schedules.Policies;
using Daybook.Schedules.Running;
using Daybook.Schedules.TimeZones;
using Daybook.Schedules.Words;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace Daybook.Tests.BothDatabases.Schedules;

/// <summary>Restarts, clocks that jump, and plans that change under way.</summary>
public abstract class EngineClockTests : EngineTests
{
    private const string Daily = """{"frequency": "daily", "time": "18:05"}""";

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_restart_around_the_minute_loses_nothing_and_doubles_nothing(int seconds)
    {
        await AddAsync(Daily);
        await PlanAsync();
        await TickAsync(TimeSpan.FromSeconds(300 + seconds));
        await AdvanceAsync();

        // The node is gone; another starts, and waits for what the first one had.
        await PlannerOf(TimeZoneData.Bundled).PrepareAsync(Cancel);
        await PlanAsync();
        for (var i = 0; i < 5; i++)
        {
            await TickAsync(TimeSpan.FromSeconds(20), "there");
            await FinishAsync(node: "there");
        }

        Assert.Equal("succeeded", await StatesAsync());
        Assert.Equal(1, await ReadAsync(session => session.GetAsync<int>("select count(*) from cob_generated_reports", null, Cancel)));
    }

    [Fact]
    public async Task A_clock_that_is_set_back_runs_nothing_twice()
    {
        await AddAsync(Daily);
        await PlanAsync();
        await TickAsync(TimeSpan.FromMinutes(5));
        await FinishAsync();
        Clock.AdjustTime(Clock.GetUtcNow().AddHours(-1));
        for (var i = 0; i < 150; i++)
        {
            await TickAsync(TimeSpan.FromSeconds(30));
            await AdvanceAsync();
        }

        Assert.Equal("succeeded", await StatesAsync());
    }

    [Fact]
    public async Task What_somebody_asked_for_has_no_minute_to_wait_for_also_where_the_clock_was_set_back()
    {
        var id = await AddAsync(Daily);
        await PlanAsync();
        var manual = await Actions.RunNowAsync(Caller.Of(await UserAsync(), null), id, null, null, Cancel);
        await TickAsync();
        await AdvanceAsync();
        Clock.AdjustTime(Clock.GetUtcNow().AddHours(-1));
        await MakeReportsAsync();
        await AdvanceAsync();
        Assert.Equal(OccurrenceState.Succeeded, (await FindAsync(manual)).State);
    }

    [Fact]
    public async Task What_was_due_before_the_clock_was_set_back_goes_out_when_it_is_due_again_and_says_so()
    {
        await AddAsync(Daily);
        await PlanAsync();
        await TickAsync(TimeSpan.FromMinutes(5));
        await AdvanceAsync();
        Clock.AdjustTime(Clock.GetUtcNow().AddHours(-1));
        await MakeReportsAsync();
        await AdvanceAsync();
        var waits = (await ListAsync())[0];
        Assert.Equal(OccurrenceState.Running, waits.State);
        Assert.EndsWith($"It is running. Its report is made and goes out at {waits.DueAt:yyyy-MM-dd HH:mm:ss'Z'}.", OccurrenceWords.Of(waits, [], null).Last(), StringComparison.Ordinal);
        await TickAsync(TimeSpan.FromHours(1));
        await AdvanceAsync();
        Assert.Equal("succeeded", await StatesAsync());
    }

    [Fact]
    public async Task A_clock_that_jumps_forward_is_told_and_its_occurrences_meet_the_misfire_policy()
    {
        await AddAsync("""{"frequency": "daily", "time": "18:05", "misfire": "skip"}""");
        await PlanAsync();
        var watch = new ClockWatch(Database, Time, new FakeTimeProvider(Start), NullLogger<ClockWatch>.Instance);
        Assert.True(await watch.LookAsync(Cancel));
        await TickAsync();
        Clock.AdjustTime(Clock.GetUtcNow().AddHours(1));
        Assert.True(await watch.LookAsync(Cancel));
        await TickAsync();
        Assert.Equal("missed misfire_skip", await StatesAsync());
        Assert.Equal($"{NoticeKind.ClockJumped}; {NoticeKind.Missed}", await NoticesAsync());
    }

    [Fact]
    public async Task A_schedule_edited_while_it_runs_keeps_the_run_and_moves_what_is_planned()
    {
        var id = await AddAsync(Daily);
        await PlanAsync();
        await TickAsync(TimeSpan.FromMinutes(5));
        await SaveAsync(id, await ContentAsync("""{"frequency": "daily", "time": "20:00"}"""), 1);
        await PlanAsync();
        await FinishAsync();
        Assert.Equal("succeeded", (await StatesAsync()).Split("; ")[0]);
        var rows = await ListAsync(id);
        Assert.Equal(1, rows[0].ScheduleVersion);
        var planned = rows.Where(row => row.State == OccurrenceState.Planned).ToList();
        Assert.All(planned, row => Assert.Equal((2, 20), (row.ScheduleVersion, row.DueAt.Hour)));
        Assert.Equal(Start.Date.AddHours(20), planned[0].DueAt.DateTime);
        Assert.All(rows.Where(row => row.State == OccurrenceState.Skipped), row => Assert.Equal("replanned", row.Reason));
        Assert.Equal(planned[0].DueAt, (await FindAsync(id)).NextRunAt);

        // And back again: the rows that gave way return.
        await SaveAsync(id, await ContentAsync(Daily), 2);
        await PlanAsync();
        Assert.All((await ListAsync(id)).Where(row => row.State == OccurrenceState.Planned), row => Assert.Equal((18, 5), (row.DueAt.Hour, row.DueAt.Minute)));
        Assert.Equal(41, (await ListAsync(id)).Count(row => row.State == OccurrenceState.Planned));
    }

    [Theory]
    [InlineData("""{"rule": {"type": "interval", "every": "PT15M"}, "zone": "UTC"}""")]
    [InlineData("""{"rule": {"type": "cron", "expr": "*/5 9-17 * * *"}, "zone": "America/New_York", "calendar": "nyse", "on_holiday": "previous"}""")]
    public async Task However_often_a_schedule_fires_an_edit_and_new_data_leave_its_plan_and_invent_no_past(string definition)
    {
        var id = await AddAsync(definition);
        await PlanAsync();
        var before = await RowsAsync(id);
        Assert.InRange(before.Count, FireTimes.MostRows, FireTimes.MostRows + 3);
        await SaveAsync(id, await ContentAsync(definition) with { Name = "Often" }, 1);
        Assert.Equal("edited", (await FindAsync(id)).PlanReason);
        await PlanAsync();
        Assert.Equal(before, await RowsAsync(id));
        await NewDataAsync();
        Assert.Equal(before, await RowsAsync(id));
    }

    [Fact]
    public async Task A_new_plan_keeps_what_came_up_while_nobody_looked_and_adds_what_was_not_planned_by_then()
    {
        var id = await AddAsync("""{"rule": {"type": "interval", "every": "PT15M"}, "zone": "UTC"}""");
        await PlanAsync();
        var before = (await RowsAsync(id)).Take(8).ToList();
        var through = RowText.Of(before[2].DueAt);
        await SqlAsync($"delete from occurrences where due_at > '{through}'");
        await SqlAsync($"update cob_report_schedules set planned_through = '{through}'");
        Clock.Advance(TimeSpan.FromHours(2));
        await NewDataAsync();
        Assert.Equal(before, (await RowsAsync(id)).Take(8));
    }

    /// <summary>A server with other time-zone data starts.</summary>
    private async Task NewDataAsync()
    {
        await SqlAsync("update cob_report_schedules set plan_tzdb = '1999a'");
        await PlannerOf(TimeZoneData.Bundled).PrepareAsync(Cancel);
        await PlanAsync();
    }

    private async Task<List<(DateTimeOffset DueAt, DateOnly Nominal, OccurrenceState State)>> RowsAsync(ScheduleId id) =>
    [
        .. (await ReadAsync(session => Plans.ListAsync(session, id, DateOnly.MinValue, Cancel))).Select(row => (row.DueAt, row.NominalDate, row.State)).OrderBy(row => row.DueAt).ThenBy(row => row.NominalDate),
    ];

    [Fact]
    public async Task A_schedule_paused_while_it_runs_lets_the_run_end_and_holds_what_falls_due()
    {
        var id = await AddAsync("""{"rule": {"type": "interval", "every": "PT10M", "anchor": "2026-05-04T18:00:00Z"}, "zone": "UTC"}""");
        await PlanAsync();
        await TickAsync(TimeSpan.FromMinutes(10));
        await AdvanceAsync();
        await Actions.PauseAsync(Caller.Server, id, "audit", null, Cancel);
        await FinishAsync();
        await TickAsync(TimeSpan.FromMinutes(10));
        await FinishAsync();
        Assert.Equal("succeeded; held paused", await StatesAsync());
        await Actions.ResumeAsync(Caller.Server, id, ResumeMode.All, Cancel);
        await TickAsync();
        await FinishAsync();
        Assert.Equal("succeeded; succeeded", await StatesAsync());
    }

    [Fact]
    public async Task A_schedule_switched_off_and_on_again_has_its_occurrences_again()
    {
        var id = await AddAsync(Daily);
        await PlanAsync();
        var content = await ContentAsync(Daily);
        await SaveAsync(id, content with { IsActive = false }, 1);
        await PlanAsync();
        Assert.All(await ListAsync(id), row => Assert.Equal("deactivated", row.Reason));
        Assert.Null((await FindAsync(id)).NextRunAt);
        await SaveAsync(id, content, 2);
        await PlanAsync();
        Assert.Equal(42, (await ListAsync(id)).Count(row => row.State == OccurrenceState.Planned));
    }

    [Fact]
    public async Task A_deleted_schedule_ends_what_has_not_begun_and_lets_the_run_end()
    {
        var id = await AddAsync(Daily);
        await PlanAsync();
        await TickAsync(TimeSpan.FromMinutes(5));
        var running = await Actions.DeleteAsync(Caller.Server, id, null, Cancel);
        await FinishAsync();
        var rows = await ListAsync(id);
        Assert.Equal(rows[0].Id, Assert.Single(running));
        Assert.Equal(OccurrenceState.Succeeded, rows[0].State);
        Assert.All(rows.Skip(1), row => Assert.Equal((OccurrenceState.Cancelled, "schedule_deleted"), (row.State, row.Reason)));
        await PlanAsync();
        Assert.Equal(42, (await ListAsync(id)).Length);
    }

    [Fact]
    public async Task A_new_holiday_takes_its_occurrence_away_and_one_that_is_struck_brings_it_back()
    {
        var calendars = new CalendarStore(Database);
        var plain = new CalendarDefinition("house", "House", "1") { Weekend = Weekdays.None };
        await WriteAsync(session => calendars.AddAsync(session, plain, Clock.GetUtcNow(), Cancel));
        var content = (await ContentAsync(Daily)) is var daily ? daily with { Rule = daily.Rule with { Calendar = "house", OnHoliday = OnHoliday.Skip } } : null!;
        var user = await UserAsync();
        var id = await WriteAsync(session => Schedules.AddAsync(session, content, user.Id, Clock.GetUtcNow(), Cancel));
        await PlanAsync();
        await ChangeAsync(plain with { Version = "2", Holidays = [new HolidayRule("Founders", new ExplicitDate(new LocalDate(2026, 5, 6)))] }, 1);
        var row = (await ListAsync(id)).Single(row => row.BusinessDate == new DateOnly(2026, 5, 6));
        Assert.Equal((OccurrenceState.Skipped, "holiday"), (row.State, row.Reason));
        Assert.Equal(NoticeKind.Moved, await NoticesAsync());
        await ChangeAsync(plain with { Version = "3" }, 2);
        Assert.Equal(OccurrenceState.Planned, (await ListAsync(id)).Single(row => row.BusinessDate == new DateOnly(2026, 5, 6)).State);

        async Task ChangeAsync(CalendarDefinition calendar, int revision)
        {
            Clock.Advance(Second);
            await WriteAsync(session => calendars.UpdateAsync(session, calendar, revision, Clock.GetUtcNow(), Cancel));
            await WriteAsync(session => new ScheduleUseStore().ReplanOfCalendarAsync(session, "house", Cancel));
            await PlanAsync();
        }
    }

    [Fact]
    public async Task Planning_again_with_the_same_data_moves_nothing()
    {
        var id = await AddAsync("""{"frequency": "daily", "time": "18:05", "timezone": "America/New_York", "calendar": "nyse"}""");
        await PlanAsync();
        var before = await ListAsync(id);
        await SqlAsync("update cob_report_schedules set plan_tzdb = '1999a'");
        await PlannerOf(TimeZoneData.Bundled).PrepareAsync(Cancel);
        Assert.Equal("tzdb", (await FindAsync(id)).PlanReason);
        await PlanAsync();
        Assert.Equal(before.Select(row => (row.Id, row.DueAt, row.State, row.StartDeadline)), (await ListAsync(id)).Select(row => (row.Id, row.DueAt, row.State, row.StartDeadline)));
        Assert.Equal("", await NoticesAsync());
        Assert.Equal(TimeZoneData.Bundled.Version, (await FindAsync(id)).PlanTzdb);
    }

    [Fact]
    public async Task New_time_zone_data_moves_what_is_planned_tells_the_owner_and_never_runs_a_date_twice()
    {
        var id = await AddAsync("""{"frequency": "daily", "time": "18:05", "timezone": "America/New_York"}""");
        await PlanAsync();

        // As older data had planned them: an hour late, the first of them already past by the new data.
        await WriteAsync(session => session.ExecuteAsync("update cob_report_schedules set plan_tzdb = '1999a'", null, Cancel));
        foreach (var row in await ListAsync(id))
        {
            var (due, rowId) = (row.DueAt.AddHours(1), row.Id);
            await WriteAsync(session => session.ExecuteAsync("update occurrences set due_at = @due, run_at = @due, tzdb_version = '1999a' where id = @rowId", new { due, rowId }, Cancel));
        }

        var first = (await ListAsync(id))[0];
        await TickAsync(first.DueAt - Clock.GetUtcNow() - TimeSpan.FromMinutes(30));
        await PlannerOf(TimeZoneData.Bundled).PrepareAsync(Cancel);
        await PlanAsync();
        var moved = (await ListAsync(id))[0];
        Assert.Equal((first.Id, first.DueAt.AddHours(-1), OccurrenceState.Planned), (moved.Id, moved.DueAt, moved.State));
        Assert.Equal(NoticeKind.Moved, await NoticesAsync());
        Assert.Contains(await ReadAsync(session => Occurrences.EventsAsync(session, first.Id, Cancel)), change => change.DueFrom == first.DueAt && change.DueTo == moved.DueAt);
        await TickAsync();
        await FinishAsync();
        Assert.Equal("succeeded", await StatesAsync());
        for (var i = 0; i < 120; i++)
            await TickAsync(TimeSpan.FromSeconds(30));
        Assert.Equal("succeeded", await StatesAsync());
    }

    /// <summary>In New York clocks go forward at 07:00 UTC on 2027-03-14 and back at 06:00 UTC on 2026-11-01; schedules at a time that is missing or comes twice, at one beside it, and of every hour.</summary>
    [Theory]
    [InlineData("2027-03-14", "02:30", "07:00", "08:30", "05:30 06:30 07:30 08:30 09:30")]
    [InlineData("2026-11-01", "01:30", "05:30", "09:30", "04:30 05:30 06:30 07:30 08:30 09:30")]
    public async Task A_night_of_the_clock_change_minute_by_minute_runs_every_schedule_as_often_as_it_says(string date, string time, string due, string morning, string hours)
    {
        var midnight = DateTimeOffset.Parse(date + "T00:00:00Z", CultureInfo.InvariantCulture);
        Clock.SetUtcNow(midnight.AddHours(hours[1] - '0').AddMinutes(-2));
        var daily = await AddAsync($$"""{"frequency": "daily", "time": "{{time}}", "timezone": "America/New_York"}""");
        var later = await AddAsync("""{"frequency": "daily", "time": "04:30", "timezone": "America/New_York"}""");
        var flowing = await AddAsync("""{"rule": {"type": "cron", "expr": "30 * * * *"}, "zone": "America/New_York"}""");
        await PlanAsync();
        while (Clock.GetUtcNow() < midnight.AddHours(10))
        {
            await TickAsync(TimeSpan.FromMinutes(1));
            await FinishAsync();
        }

        Assert.Equal((due, morning, hours), (await RunsAsync(daily), await RunsAsync(later), await RunsAsync(flowing)));
        Assert.Equal("", await NoticesAsync());

        async Task<string> RunsAsync(ScheduleId id) => string.Join(
            ' ', (await ListAsync(id)).Where(row => row.State == OccurrenceState.Succeeded).Select(row => row.DueAt.ToString("HH:mm", CultureInfo.InvariantCulture)));
    }
}
