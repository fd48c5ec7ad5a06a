using System.Globalization;
using Daybook.Schedules;
using Daybook.Schedules.Running;
using Daybook.Storage;

namespace Daybook.Tests.BothDatabases.Schedules;

/// <summary>What becomes of very many occurrences that fell due while no server ran. Each look and each part of a plan is made by new objects, as after a process that was killed between them.</summary>
public abstract class EngineCatchUpTests : EngineTests
{
    private const int Days = 3, Due = Days * 24 * 30;

    /// <summary>The last one of an outage is late as well.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(90);

    private static string Often(string more) => $$"""{"rule": {"type": "interval", "every": "PT2M", "anchor": "2026-05-04T18:02:00Z"}, "zone": "UTC", "min_spacing": "PT2M", "start_deadline": "PT240H", {{more}}}""";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_long_outage_is_accounted_for_part_by_part_and_nothing_of_it_begins_before_all_is_known(bool hasNewData)
    {
        var latest = await AddAsync(Often("\"misfire\": \"run_latest\""));
        var all = await AddAsync(Often("\"misfire\": \"run_all\", \"catch_up_cap\": 3"));
        var none = await AddAsync(Often("\"misfire\": \"skip\""));
        await PlanAsync();
        await TickAsync();
        Clock.Advance(TimeSpan.FromDays(Days) + Late);
        if (hasNewData)
            await NewDataAsync();

        var (decided, looks) = (0L, 0);
        while (await IsBehindAsync())
        {
            Assert.Equal(0, await CountAsync("state = 'running'"));
            await PlannerOf(Zones).PlanAsync(Cancel);
            await TickAsync();
            var over = await CountAsync("state = 'missed'");
            Assert.InRange(over - decided, 0, 3 * PolicyStore.Batch);
            (decided, looks) = (over, looks + 1);
            Assert.True(looks < 100, "catching up does not come to an end");
        }

        Assert.InRange(looks, 3 * Due / TickStore.Batch, 99);
        await TickAsync();
        Assert.Equal($"missed superseded {Due - 1}; running  1", await SummaryAsync(latest));
        Assert.Equal($"due  2; missed catch_up_cap {Due - 3}; running  1", await SummaryAsync(all));
        Assert.Equal($"missed misfire_skip {Due}", await SummaryAsync(none));
        Assert.Equal(Clock.Now() - Late, await ReadAsync(session => session.GetAsync<DateTimeOffset>("select max(due_at) from occurrences where state = 'running' and schedule_id = @latest", new { latest }, Cancel)));
        Assert.Equal(3 * Due, await CountAsync("due_at <= @now and state <> 'planned'"));
        Assert.Equal(3 * Due, await ReadAsync(session => session.GetAsync<long>("select count(*) from (select distinct schedule_id, due_at from occurrences where due_at <= @now) one", new { now = Clock.Now() }, Cancel)));
        // Owners are told of every one of them, in few words.
        var told = await ReadAsync(session => session.ListAsync<string>("select text from notices where kind = @kind", new { kind = NoticeKind.Missed }, Cancel));
        Assert.InRange(told.Length, 3, looks * 3);
        Assert.Equal(decided, told.Sum(text => text.StartsWith("The occurrence of", StringComparison.Ordinal) ? 1 : int.Parse(text[..text.IndexOf(' ', StringComparison.Ordinal)], NumberStyles.AllowThousands, CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task What_was_due_already_when_an_outage_began_is_found_part_by_part_and_none_of_it_begins_before_all_is_found()
    {
        await AddAsync(Often("\"misfire\": \"skip\""));
        await PlanAsync();
        await TickAsync();
        var due = TickStore.Batch + 100;
        await SqlAsync($"update occurrences set state = 'due' where id in (select id from occurrences where state = 'planned' order by due_at limit {due})");
        Clock.Advance(TimeSpan.FromDays(2) + Late);
        var now = Clock.Now();
        Assert.Equal((0, now, now), await Tick.RunAsync(Node, Cancel));
        Assert.Equal(TickStore.Batch, await CountAsync("misfire = 'pending'"));
        for (var looks = 0; await CountAsync("state = 'due' or (state = 'planned' and run_at <= @now)") > 0; looks++)
        {
            Assert.True(looks < 20, "the outage is not accounted for");
            await TickAsync();
            Assert.Equal(0, await CountAsync("state = 'running'"));
        }

        Assert.Equal(2 * 24 * 30, await CountAsync("state = 'missed' and reason = 'misfire_skip'"));
    }

    [Fact]
    public async Task What_falls_due_in_time_does_not_wait_until_an_outage_of_others_is_accounted_for()
    {
        await AddAsync(Often("\"misfire\": \"run_latest\""));
        await PlanAsync();
        await TickAsync();
        var daily = await AddAsync("""{"rule": {"type": "daily"}, "times": ["17:30"], "start_date": "2026-05-06", "zone": "UTC"}""");
        Clock.Advance(new TimeSpan(1, 23, 30, 0));
        await PlanAsync();
        await TickAsync();
        Assert.Equal("running", await StatesAsync(daily));
        Assert.True(await IsBehindAsync());
    }

    [Fact]
    public async Task New_data_after_a_long_outage_takes_nothing_away_that_fell_due_in_it()
    {
        var id = await AddAsync("""{"rule": {"type": "monthly", "on": "last"}, "times": ["18:00"], "zone": "UTC", "misfire": "run_all"}""");
        await PlanAsync();
        await TickAsync();
        Clock.Advance(TimeSpan.FromDays(100));
        await NewDataAsync();
        await PlanAsync();
        await TickAsync();
        Assert.Equal("running; due; due", await StatesAsync(id));
    }

    private async Task NewDataAsync()
    {
        await SqlAsync("update cob_report_schedules set plan_tzdb = '1999a'");
        await PlannerOf(Zones).PrepareAsync(Cancel);
    }

    private async Task<bool> IsBehindAsync() =>
        await CountAsync("(state = 'planned' and run_at <= @now) or misfire = 'pending'") > 0
        || await ReadAsync(session => session.GetAsync<bool>("select exists (select 1 from cob_report_schedules where planned_through < @now)", new { now = Clock.Now() }, Cancel));

    private Task<long> CountAsync(string where) =>
        ReadAsync(session => session.GetAsync<long>($"select count(*) from occurrences where {where}", new { now = Clock.Now() }, Cancel));

    /// <summary>State, reason and number of all that fell due of one schedule.</summary>
    private async Task<string> SummaryAsync(ScheduleId id) => string.Join("; ", await ReadAsync(session => session.ListAsync<string>(
        "select state || ' ' || coalesce(reason, '') || ' ' || count(*) from occurrences where schedule_id = @id and due_at <= @now group by state, reason order by state, reason", new { id, now = Clock.Now() }, Cancel)));
}
