using Daybook.Schedules;
using Daybook.Schedules.Running;
using Daybook.Telemetry;

namespace Daybook.Tests.BothDatabases.Schedules;

/// <summary>Nodes that die or stop while they have occurrences, and what those that live make of it.</summary>
public abstract class EngineTakeOverTests : EngineTests
{
    private protected const string Daily = """{"frequency": "daily", "time": "18:05"}""";

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task A_claim_that_is_not_renewed_is_taken_over_and_the_late_write_of_the_first_node_is_refused()
    {
        var id = await AddAsync(Daily);
        await PlanAsync();
        await TickAsync(TimeSpan.FromMinutes(5));
        var lost = (await ListAsync(id))[0];
        await TickAsync(TimeSpan.FromSeconds(60), "there");
        Assert.Equal("running", await StatesAsync());
        using var measured = new MeterTotals();
        await TickAsync(Second, "there");
        Assert.True(measured.TakeOvers.Single(pair => pair.Key == "occurrence").Value >= 1);
        var taken = (await ListAsync(id))[0];
        Assert.Equal(("there", 2), (taken.LeaseOwner, taken.Attempt));
        Assert.True(taken.Fence > lost.Fence);
        var end = new RunEnd(OccurrenceState.Succeeded);
        Assert.Empty(await WriteAsync(session => Runs.FinishAsync(session, [(lost, end)], withReport: false, Clock.GetUtcNow(), Cancel)));
        Assert.False(await WriteAsync(session => Runs.OrderedAsync(session, lost, default, Clock.GetUtcNow(), Cancel)));
        Assert.Equal(0, await Running.AdvanceAsync(Node, Cancel));
        await WriteAsync(session => Claims.RenewAsync(session, Node, 60, Clock.GetUtcNow(), Cancel));
        Assert.Equal(taken.LeaseUntil, (await FindAsync(taken.Id)).LeaseUntil);
        Assert.Equal([taken.Id], await WriteAsync(session => Runs.FinishAsync(session, [(taken, end)], withReport: false, Clock.GetUtcNow(), Cancel)));
        Assert.Equal(
            ["due clock ", "running claim here", "due lease here", "running claim there", "succeeded worker there"],
            (await ReadAsync(session => Occurrences.EventsAsync(session, taken.Id, Cancel))).Select(change => $"{change.ToState} {change.Actor} {change.Node}"));
    }

    [Fact]
    public async Task A_node_that_dies_each_time_uses_up_the_attempts()
    {
        await AddAsync(Daily);
        await PlanAsync();
        await TickAsync(TimeSpan.FromMinutes(5));
        for (var i = 0; i < 3; i++)
            await TickAsync(TimeSpan.FromSeconds(61));
        Assert.Equal("failed attempts_used_up", await StatesAsync());
        Assert.Equal(NoticeKind.Failed, await NoticesAsync());
    }

    [Fact]
    public async Task Nodes_that_die_while_an_occurrence_waits_for_its_report_use_up_no_attempts()
    {
        var id = await AddAsync(Daily);
        await PlanAsync();
        await TickAsync(TimeSpan.FromMinutes(5));
        await AdvanceAsync();
        for (var i = 0; i < 4; i++)
            await TickAsync(TimeSpan.FromSeconds(61), $"node {i}");
        var row = (await ListAsync(id))[0];
        Assert.Equal(("node 3", 5, 7), (row.LeaseOwner, row.Attempt, row.MaxAttempts));
        await FinishAsync(node: "node 3");
        Assert.Equal("succeeded", await StatesAsync());
    }

    [Fact]
    public async Task One_occurrence_that_cannot_be_ordered_holds_up_none_of_those_that_are_due_with_it()
    {
        var ids = new List<ScheduleId>();
        for (var i = 0; i < 5; i++)
            ids.Add(await AddAsync(Daily));
        await PlanAsync();
        await WriteAsync(session => session.ExecuteAsync("update cob_report_schedules set owner_id = null where id = @id", new { id = ids[2] }, Cancel));
        await TickAsync(TimeSpan.FromMinutes(5));
        await FinishAsync();
        foreach (var id in ids)
            Assert.Equal(id == ids[2] ? "failed owner_left" : "succeeded no_recipients", (await ListAsync(id)).Where(row => row.State.IsOver).Select(row => $"{row.State} {row.Reason}").Single());
        Assert.Equal(4, await ReadAsync(session => session.GetAsync<int>("select count(*) from cob_generated_reports", null, Cancel)));
        Assert.Equal(4, await ReadAsync(session => session.GetAsync<int>("select count(*) from cob_schedule_executions where success", null, Cancel)));
        Assert.Empty((await ReadAsync(session => Audit.VerifyAsync(session, Cancel))).Problems);
    }

    [Fact]
    public async Task A_node_that_stops_in_order_gives_its_occurrences_back_and_no_attempt_is_lost()
    {
        var id = await AddAsync(Daily);
        await PlanAsync();
        await TickAsync(TimeSpan.FromMinutes(5));
        await AdvanceAsync();
        await WriteAsync(session => Claims.ReleaseAsync(session, Node, Clock.GetUtcNow(), Cancel));
        await TickAsync(default, "there");
        var row = (await ListAsync(id))[0];
        Assert.Equal(("there", 1), (row.LeaseOwner, row.Attempt));
        await FinishAsync(node: "there");
        Assert.Equal("succeeded", await StatesAsync());
    }

    /// <summary>The other transactions go on, one right after the other, until the claim is renewed.</summary>
    [Fact]
    public async Task Claims_are_renewed_also_while_the_node_writes_without_a_pause()
    {
        var id = await AddAsync(Daily);
        await PlanAsync();
        await TickAsync(TimeSpan.FromMinutes(5), NodesOwn.Node);
        Clock.Advance(TimeSpan.FromSeconds(40));
        var renewed = new TaskCompletionSource();
        var busy = Enumerable.Range(0, 3).Select(_ => Task.Run(WriteOnAsync, Cancel)).ToList();
        await NodesOwn.RenewAsync(Cancel).WaitAsync(TimeSpan.FromMinutes(1), Cancel);
        renewed.SetResult();
        await Task.WhenAll(busy);
        Assert.Equal(Clock.GetUtcNow().AddSeconds(60), (await ListAsync(id))[0].LeaseUntil);

        async Task WriteOnAsync()
        {
            while (!renewed.Task.IsCompleted)
                await SqlAsync("update cob_report_templates set description = 'again'");
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_start_deadline_that_passes_while_a_started_run_changes_its_node_takes_nothing_back(bool outage)
    {
        var id = await AddAsync("""{"frequency": "daily", "time": "18:05", "start_deadline": "PT10M"}""");
        await PlanAsync();
        await TickAsync(TimeSpan.FromMinutes(5));
        await WriteAsync(session => Claims.ReleaseAsync(session, Node, Clock.GetUtcNow(), Cancel));
        Clock.Advance(TimeSpan.FromMinutes(30));
        if (outage)
            await WriteAsync(session => new TickStore(Database).SuspectAsync(session, Clock.GetUtcNow(), Cancel));
        await TickAsync(default, "there");
        var row = (await ListAsync(id))[0];
        Assert.Equal(("running", "there", 1), (row.State.ToString(), row.LeaseOwner, row.Attempt));
        await FinishAsync(node: "there");
        Assert.Equal("succeeded", await StatesAsync());
    }
}
