using System.Text.Json;
using Daybook.Accounts;
using Daybook.Schedules.Policies;
using Daybook.Schedules.Running;
using Daybook.Schedules.TimeZones;
using Daybook.Schedules.Words;
using Daybook.Webhooks;

namespace Daybook.Tests.BothDatabases.Schedules;

/// <summary>What becomes of occurrences that could not run in time, or while another runs.</summary>
public abstract class EnginePolicyTests : EngineTests
{
    private static string Hourly(string more) => """{"rule": {"type": "interval", "every": "PT1H", "anchor": "2026-05-04T18:10:00Z"}, "zone": "UTC", MORE}""".Replace("MORE", more, StringComparison.Ordinal);

    /// <summary>Occurrences at 18:10, 19:10, 20:10 and 21:10; no node looks until 21:40.</summary>
    [Theory]
    [InlineData("run_latest", "missed deadline; missed deadline; missed deadline; running")]
    [InlineData("run_all", "running; due; due; due")]
    [InlineData("skip", "missed deadline; missed deadline; missed deadline; missed misfire_skip")]
    public async Task After_an_outage_the_misfire_policy_decides(string misfire, string states)
    {
        var id = await AddAsync(Hourly($"\"misfire\": \"{misfire}\""));
        await PlanAsync();
        await TickAsync();
        await TickAsync(new TimeSpan(3, 40, 0));
        Assert.Equal(states, await StatesAsync(id));
        Assert.Equal(states.Split("missed").Length - 1, (await NoticesAsync()).Split("; ", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task Programs_that_subscribed_are_told_of_each_occurrence_that_was_missed()
    {
        await WriteAsync(async session =>
        {
            var store = new SubscriptionStore();
            await store.SetEventsAsync(session, await store.AddAsync(session, "soc", "soc.example", [1], [2], "ann", Start, Cancel), [WebhookEvent.ReportMissed], Cancel);
        });
        var id = await AddAsync(Hourly("\"misfire\": \"run_latest\""));
        await PlanAsync();
        await TickAsync();
        await TickAsync(new TimeSpan(3, 40, 0));
        var told = (await ReadAsync(session => session.ListAsync<string>("select payload from webhook_messages", null, Cancel))).Select(payload => JsonElement.Parse(payload).GetProperty("data")).ToList();
        Assert.Equal(3, told.Select(data => data.GetProperty("occurrence_id").GetString()).Distinct().Count());
        Assert.All(told, data => Assert.Equal(id.ToString(), data.GetProperty("schedule_id").GetString()));
        Assert.All(told, data => Assert.NotEmpty(data.GetProperty("text").GetString()!));
    }

    [Theory]
    [InlineData("run_latest", "missed superseded; missed superseded; missed superseded; running")]
    [InlineData("run_all", "running; due; due; due")]
    [InlineData("skip", "missed misfire_skip; missed misfire_skip; missed misfire_skip; missed misfire_skip")]
    public async Task A_long_deadline_leaves_the_decision_to_the_policy_alone(string misfire, string states)
    {
        await AddAsync(Hourly($"\"misfire\": \"{misfire}\", \"start_deadline\": \"PT12H\""));
        await PlanAsync();
        await TickAsync();
        await TickAsync(new TimeSpan(3, 40, 0));
        Assert.Equal(states, await StatesAsync());
    }

    [Fact]
    public async Task All_that_was_missed_runs_one_after_another_up_to_the_cap()
    {
        await AddAsync(Hourly("\"misfire\": \"run_all\", \"catch_up_cap\": 2"));
        await PlanAsync();
        await TickAsync();
        await TickAsync(new TimeSpan(3, 40, 0));
        Assert.Equal("running; due; missed catch_up_cap; missed catch_up_cap", await StatesAsync());
        await FinishAsync();
        await TickAsync();
        Assert.Equal("succeeded; running; missed catch_up_cap; missed catch_up_cap", await StatesAsync());
    }

    [Fact]
    public async Task Catching_up_begins_a_few_at_a_time()
    {
        for (var i = 0; i < 7; i++)
            await AddAsync(Hourly("\"misfire\": \"run_latest\""));
        await PlanAsync();
        await TickAsync();
        await TickAsync(TimeSpan.FromMinutes(15));
        Assert.Equal(4, (await StatesAsync()).Split("running").Length - 1);
        await FinishAsync();
        await TickAsync();
        Assert.Equal(3, (await StatesAsync()).Split("running").Length - 1);
    }

    [Fact]
    public async Task An_occurrence_that_starts_a_little_late_without_an_outage_is_no_misfire()
    {
        await AddAsync(Hourly("\"misfire\": \"skip\""));
        await PlanAsync();
        await TickAsync(TimeSpan.FromMinutes(9));
        await TickAsync(TimeSpan.FromSeconds(59 + 60), node: null);
        await TickAsync(TimeSpan.FromSeconds(50), node: null);
        await TickAsync(TimeSpan.FromSeconds(50));
        Assert.Equal("running", await StatesAsync());
    }

    [Fact]
    public async Task The_deadline_is_the_last_moment_to_start()
    {
        await AddAsync(Hourly("\"start_deadline\": \"PT5M\""));
        await PlanAsync();
        await TickAsync(TimeSpan.FromMinutes(10), node: null);
        for (var i = 0; i < 10; i++)
            await TickAsync(TimeSpan.FromSeconds(30), node: null);
        Assert.Equal("due", await StatesAsync());
        await TickAsync(TimeSpan.FromSeconds(1));
        Assert.Equal("missed deadline", await StatesAsync());
        Assert.Equal(NoticeKind.Missed, await NoticesAsync());
    }

    [Theory]
    [InlineData("queue_one", "running; due", "running; skipped overlap_queue; due", "succeeded; skipped overlap_queue; running")]
    [InlineData("skip", "running; skipped overlap_running", "running; skipped overlap_running; skipped overlap_running", "succeeded; skipped overlap_running; skipped overlap_running")]
    [InlineData("allow", "running; running", "running; running; running", "succeeded; succeeded; succeeded")]
    [InlineData("cancel_previous", "cancelled overlap_cancelled; running", "cancelled overlap_cancelled; cancelled overlap_cancelled; running", "cancelled overlap_cancelled; cancelled overlap_cancelled; succeeded")]
    public async Task A_run_that_is_still_active_meets_the_next_as_the_schedule_says(string concurrency, string second, string third, string after)
    {
        await AddAsync(Hourly($"\"concurrency\": \"{concurrency}\", \"start_deadline\": \"PT6H\""));
        await PlanAsync();
        await WaitAsync(10);
        await AdvanceAsync();
        Assert.Equal("running", await StatesAsync());
        await WaitAsync(60);
        await AdvanceAsync();
        await TickAsync();
        Assert.Equal(second, await StatesAsync());
        await AdvanceAsync();
        await WaitAsync(60);
        await AdvanceAsync();
        await TickAsync();
        Assert.Equal(third, await StatesAsync());
        await FinishAsync();
        await TickAsync();
        Assert.Equal(after, await StatesAsync());
    }

    [Fact]
    public async Task A_run_that_outlives_its_successor_loses_no_row()
    {
        var id = await AddAsync(Hourly("\"start_deadline\": \"PT12H\""));
        await PlanAsync();
        await WaitAsync(10);
        await WaitAsync(300);
        Assert.Equal(6, (await ListAsync(id)).Count(row => row.State != OccurrenceState.Planned));
        Assert.Equal("running; skipped overlap_queue; skipped overlap_queue; skipped overlap_queue; skipped overlap_queue; due", await StatesAsync());
    }

    /// <summary>18:10 is missed in an outage, 19:10 runs for more than an hour, and 20:10 falls due meanwhile.</summary>
    [Theory]
    [InlineData("queue_one", "due retried; running; due")]
    [InlineData("skip", "due retried; running; skipped overlap_running")]
    [InlineData("cancel_previous", "due retried; cancelled overlap_cancelled; due")]
    public async Task What_somebody_wants_to_run_after_all_waits_for_its_turn_and_is_taken_back_by_no_policy(string concurrency, string states)
    {
        var id = await AddAsync(Hourly($"\"misfire\": \"skip\", \"start_deadline\": \"PT6H\", \"concurrency\": \"{concurrency}\""));
        await PlanAsync();
        await TickAsync();
        await TickAsync(TimeSpan.FromMinutes(20));
        await WaitAsync(50);
        Assert.Equal("missed misfire_skip; running", await StatesAsync());
        await Decisions.RetryAsync(Caller.Server, (await ListAsync(id))[0].Id, null, Cancel);
        await WaitAsync(60);
        await AdvanceAsync();
        Assert.Equal(states, await StatesAsync());
        await Actions.PauseAsync(Caller.Server, id, "audit", null, Cancel);
        await FinishAsync();
        await TickAsync(TimeSpan.FromMinutes(3));
        Assert.StartsWith("running; ", await StatesAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_more_important_schedule_goes_first()
    {
        Settings.MostRunning = 1;
        var ordinary = await AddAsync(Hourly("\"gap\": \"end\""));
        var content = await ContentAsync(Hourly("\"gap\": \"end\""));
        var user = await UserAsync();
        var important = await WriteAsync(session => Schedules.AddAsync(session, content with { Priority = 5 }, user.Id, Clock.GetUtcNow(), Cancel));
        await PlanAsync();
        await WaitAsync(10);
        Assert.Equal(("due", "running"), (await StatesAsync(ordinary), await StatesAsync(important)));
    }

    [Theory]
    [InlineData(ResumeMode.Skip, "skipped paused; skipped paused; skipped paused")]
    [InlineData(ResumeMode.Latest, "skipped superseded; skipped superseded; running")]
    [InlineData(ResumeMode.All, "running; due resumed; due resumed")]
    internal async Task What_a_pause_held_is_treated_as_the_one_who_resumes_says(ResumeMode mode, string states)
    {
        var id = await AddAsync(Hourly("\"start_deadline\": \"PT5M\", \"concurrency\": \"queue_one\""));
        await PlanAsync();
        await Actions.PauseAsync(Caller.Server, id, "audit", null, Cancel);
        await WaitAsync(130);
        Assert.Equal("held paused; held paused; held paused", await StatesAsync());
        var told = OccurrenceWords.Ahead((await ListAsync(id))[0], await FindAsync(id), TimeZoneData.Bundled).First();
        Assert.Contains("by the server, “audit”: what falls due is held until somebody resumes it", told, StringComparison.Ordinal);
        await Actions.ResumeAsync(Caller.Server, id, mode, Cancel);
        await WaitAsync(0);
        Assert.Equal(states, await StatesAsync());
    }

    [Fact]
    public async Task A_pause_with_an_end_skips_what_it_held_and_goes_on()
    {
        var id = await AddAsync(Hourly("\"gap\": \"end\""));
        await PlanAsync();
        await Actions.PauseAsync(Caller.Server, id, "audit", Clock.GetUtcNow().AddMinutes(60), Cancel);
        await WaitAsync(130);
        Assert.Equal("skipped paused; running; due", await StatesAsync());
        Assert.False((await FindAsync(id)).IsPaused);
    }

    /// <summary>So many minutes pass; a node looks every half of one.</summary>
    private async Task WaitAsync(int minutes)
    {
        for (var i = 0; i < minutes * 2; i++)
        {
            await TickAsync(TimeSpan.FromSeconds(30));
            await WriteAsync(session => Claims.RenewAsync(session, Node, 60, Clock.GetUtcNow(), Cancel));
        }

        await TickAsync();
    }
}
