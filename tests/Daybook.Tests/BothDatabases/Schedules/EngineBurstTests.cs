using System.Collections.Immutable;
using System.Text.Json;
using Daybook.Accounts;
using Daybook.Composition;
using Daybook.Delivery;
using Daybook.Delivery.Bursting;
using Daybook.Delivery.Channels;
using Daybook.Reports;
using Daybook.Schedules;
using Daybook.Schedules.Policies;
using Daybook.Schedules.Running;
using Daybook.Schedules.TimeZones;
using Daybook.Storage;
using Daybook.Templates;
using Daybook.Tests.BothDatabases.Delivery;

namespace Daybook.Tests.BothDatabases.Schedules;

/// <summary>Occurrences of a schedule that divides its report among recipients. The test divides the data itself; nobody sends anything.</summary>
public abstract class EngineBurstTests : EngineTests
{
    private static readonly Json Template = new(
        """
        {"metadata": {"id": "f", "name": "Findings", "version": "1"}, "datasets": {"findings": {"source": "inline", "rows": [{"team": "north"}]}},
         "blocks": [{"id": "a", "type": "data_block", "order": 1, "title": "A", "template": "{{ findings | length }}"}]}
        """);

    private static readonly SchedulePolicies Twice = new() { MaxAttempts = 2, RetrySeconds = 10 };

    private static BurstRecipient Recipient(string key) => new(key, JsonElement.Parse($$"""{"email": ["{{key}}@example.com"]}"""), Name: key.ToUpperInvariant());

    /// <summary>A schedule that is due at once, with its occurrence ordered.</summary>
    private async Task<ScheduleId> OrderAsync(params string[] keys)
    {
        var content = await ContentAsync("""{"frequency": "daily", "time": "18:05"}""", Twice);
        var user = await UserAsync();
        var template = await WriteAsync(session => new TemplateStore(Database).AddAsync(session, new TemplateContent("Findings", "1", null, null, Empty, Template, Empty, []), user.Id, null, false, Cancel));
        var burst = new BurstDefinition("team", Recipients: [.. keys.Select(Recipient)], Alarm: JsonElement.Parse("""{"email": ["ops@example.com"]}"""));
        content = content with { TemplateId = template, ExportFormats = new Json("""["markdown"]"""), Burst = new Json(JsonSerializer.Serialize(burst, BurstJson.Default.BurstDefinition)) };
        var id = await WriteAsync(session => Schedules.AddAsync(session, content, user.Id, Clock.Now(), Cancel));
        await PlanAsync();
        await TickAsync(TimeSpan.FromMinutes(5));
        await AdvanceAsync();
        return id;
    }

    private Task<int> CountAsync(string table, string where = "1 = 1") => ReadAsync(session => session.GetAsync<int>($"select count(*) from {table} where {where}", null, Cancel));

    private async Task<StoredBurst?> ClaimAsync() => await WriteAsync(session => Bursts.ClaimAsync(session, "divider", 60, Cancel));

    /// <summary>The data is there, and each recipient's report stands in the queue.</summary>
    private async Task DivideAsync(params UnassignedKey[] unassigned)
    {
        var burst = (await ClaimAsync())!;
        var definition = burst.ReadDefinition();
        await WriteAsync(async session =>
        {
            Assert.True(await Bursts.BeginAsync(session, burst, new Json(JsonSerializer.Serialize([.. unassigned], BurstJson.Default.ImmutableArrayUnassignedKey)), Cancel));
            foreach (var (index, recipient) in definition.Recipients!.Value.Index())
            {
                var inputs = ReportInputs.Parse(burst.Inputs.Text);
                var whole = new NewReport(
                    burst.TemplateId, burst.TemplateVersion, burst.TemplateSnapshot, burst.ReportDate, inputs.Period.Zone, null, null, null, null, Empty, burst.SuppliedParameters, Empty, burst.Inputs,
                    burst.OrderedAt, burst.OrderedBy, null);
                var report = await Reports.Reports.AddAsync(session, RecipientReport.Of(whole, recipient, definition.Rule, burst.ReadTemplate()), Cancel);
                await Bursts.AddPartAsync(session, burst.Id, index + 1, new NewBurstPart(recipient, 1, report, BurstPartState.Making), Cancel);
            }

            return true;
        });
    }

    /// <summary>Reports that wait are made, those of these recipients not.</summary>
    private async Task MakeAsync(params string[] failing)
    {
        while (await WriteAsync(session => Reports.Work.ClaimAsync(session, "maker", 60, Clock.Now(), Cancel)) is { } report)
        {
            var outcome = failing.Contains(ReportInputs.Parse(report.Inputs.Text).Split!.Value) ? new ReportOutcome(ReportState.Failed, "stage_timeout", "It took too long.", null) : new ReportOutcome(ReportState.Completed, null, null, null);
            await WriteAsync(session => Reports.Work.FinishAsync(session, report, outcome, Clock.Now(), Cancel));
        }

        foreach (var id in await ReadAsync(session => Bursts.ReadyAsync(session, Cancel)))
            await BurstDistribution.SeeToAsync(id, Cancel);
        await AdvanceAsync();
    }

    private async Task AcceptAsync()
    {
        await WriteAsync(session => session.ExecuteAsync("update deliveries set state = 'accepted' where state = 'planned'", null, Cancel));
        await AdvanceAsync();
    }

    private async Task<Occurrence> FirstAsync(ScheduleId id) => (await ListAsync(id))[0];

    [Fact]
    public async Task An_occurrence_is_over_when_every_part_is_made_and_every_delivery_accepted()
    {
        var id = await OrderAsync("north", "south");
        Assert.Equal(1, await CountAsync("bursts"));
        Assert.Equal((OccurrenceStep.Ordered, null), ((await FirstAsync(id)).Step, (await FirstAsync(id)).ReportId));
        await DivideAsync();
        Assert.Equal("running", await StatesAsync());
        await MakeAsync();
        Assert.Equal(("running", 2), (await StatesAsync(), await CountAsync("deliveries")));
        await AcceptAsync();
        var over = await FirstAsync(id);
        Assert.Equal((OccurrenceState.Succeeded, (int?)0), (over.State, over.BlockErrors));
        Assert.Equal(2, JsonElement.Parse(over.DeliverySummary!.Value.Text).GetProperty("accepted").GetInt32());
        Assert.Equal("", await NoticesAsync());
    }

    [Fact]
    public async Task A_test_goes_to_whoever_asked_over_the_mail_channel_of_each_recipient()
    {
        OtherChannels = [new RecordingChannel("archive"), new RecordingChannel("relay"), new RecordingChannel("shelf", new ChannelTraits("folder", 1_000_000, DeliveryGuarantee.AtLeastOnce, false))];
        await OrderAsync("north", "south", "east");
        await SqlAsync("""update bursts set is_test = true, only_to = '{"archive": ["ann@example.com"]}'""");
        await DivideAsync();
        foreach (var (key, channel) in new[] { ("north", "relay"), ("south", "shelf"), ("east", "email") })
            await SqlAsync($$"""update burst_parts set settings = '{"key": "{{key}}", "distribution": {"{{channel}}": ["{{key}}@example.com"]} }' where split_value = '{{key}}'""");
        await MakeAsync();
        Assert.Equal(
            ["email ann@example.com", "email ann@example.com", "relay ann@example.com"],
            await ReadAsync(session => session.ListAsync<string>("select channel || ' ' || recipient from deliveries order by 1", null, Cancel)));
    }

    [Fact]
    public async Task Only_parts_that_failed_are_made_again_and_nothing_is_doubled()
    {
        var id = await OrderAsync("north", "south", "east");
        await DivideAsync();
        await MakeAsync("south");
        Assert.Equal(("due retry", 2), (await StatesAsync(), await CountAsync("deliveries")));
        await AcceptAsync();
        await TickAsync(TimeSpan.FromSeconds(10));
        await AdvanceAsync();
        Assert.Equal((1, 3), (await CountAsync("bursts"), await CountAsync("cob_generated_reports")));
        Assert.Equal(1, await CountAsync("cob_generated_reports", "status = 'pending'"));
        await MakeAsync();
        Assert.Equal((3, 1), (await CountAsync("deliveries"), await CountAsync("deliveries", "state = 'planned'")));
        await AcceptAsync();
        Assert.Equal((OccurrenceState.Succeeded, 2), ((await FirstAsync(id)).State, (await FirstAsync(id)).Attempt));
        Assert.Equal(0, await CountAsync("distributions", "notice is not null"));
    }

    [Fact]
    public async Task Recipients_without_report_are_named_once_all_attempts_are_used_and_the_alarm_is_given_then()
    {
        var id = await OrderAsync("north", "south");
        await DivideAsync(new UnassignedKey("west", 3));
        await MakeAsync("south");
        Assert.Equal(0, await CountAsync("distributions", "notice is not null"));
        await TickAsync(TimeSpan.FromSeconds(10));
        await AdvanceAsync();
        await MakeAsync("south");
        await AcceptAsync();
        var over = await FirstAsync(id);
        Assert.Equal((OccurrenceState.CompletedWithErrors, "recipients_failed"), (over.State, over.Reason));
        Assert.Equal("3 rows of “west” have no recipient; nobody gets them. The report of “SOUTH” failed: It took too long.", over.ErrorText);
        Assert.Equal("occurrence.completed_with_errors", await NoticesAsync());
        Assert.Equal(1, await CountAsync("distributions", "notice is not null"));

        // Somebody has it made again: the part that failed, not the one that was sent.
        await Decisions.RetryAsync(Caller.Of(await UserAsync(), null), over.Id, null, Cancel);
        await TickAsync(TimeSpan.FromSeconds(1));
        await AdvanceAsync();
        Assert.Equal(1, await CountAsync("cob_generated_reports", "status = 'pending'"));
        await MakeAsync();
        await AcceptAsync();
        Assert.Equal((2, 2), (await CountAsync("cob_generated_reports"), await CountAsync("deliveries", "recipient <> 'ops@example.com'")));
        Assert.Equal("3 rows of “west” have no recipient; nobody gets them.", (await FirstAsync(id)).ErrorText);
    }

    [Fact]
    public async Task A_part_without_report_waits_for_the_settings_to_be_mended_and_is_divided_anew_with_them()
    {
        var id = await OrderAsync("north", "south");
        await DivideAsync();
        await WriteAsync(session => session.ExecuteAsync("update burst_parts set state = 'failed', report_id = null, reason_code = 'invalid_request', reason = 'timezone is unknown.' where number = 2", null, Cancel));
        await MakeAsync();
        await AcceptAsync();
        var over = await FirstAsync(id);
        Assert.Equal((OccurrenceState.CompletedWithErrors, "recipients_failed", 1), (over.State, over.Reason, over.Attempt));

        var mended = new BurstDefinition("team", Recipients: [Recipient("north"), Recipient("south") with { Timezone = "UTC" }]);
        await WriteAsync(session => session.ExecuteAsync("update cob_report_schedules set burst = @burst", new { burst = new Json(JsonSerializer.Serialize(mended, BurstJson.Default.BurstDefinition)) }, Cancel));
        await Decisions.RetryAsync(Caller.Of(await UserAsync(), null), over.Id, null, Cancel);
        await TickAsync(TimeSpan.FromSeconds(1));
        await AdvanceAsync();
        var waiting = (await ClaimAsync())!;
        Assert.Equal((BurstState.Waiting, "UTC", 1), (waiting.State, waiting.ReadDefinition().Recipients!.Value[1].Timezone, await CountAsync("burst_parts", "state = 'failed'")));

        // The data cannot be had this time: what others have stays, and the reason is the new one.
        Assert.True(await WriteAsync(session => Bursts.LeaveAsync(session, waiting, "source_unreachable", "The source does not answer.", Cancel)));
        await MakeAsync();
        await AcceptAsync();
        over = await FirstAsync(id);
        Assert.Equal((OccurrenceState.CompletedWithErrors, "The report of “SOUTH” failed: The source does not answer."), (over.State, over.ErrorText));
        Assert.Equal((1, 1), (await CountAsync("bursts"), await CountAsync("deliveries", "state = 'accepted' and recipient = 'north@example.com'")));
    }

    [Fact]
    public async Task Without_any_report_the_occurrence_has_failed()
    {
        var id = await OrderAsync("north", "south");
        await DivideAsync();
        await MakeAsync("north", "south");
        await TickAsync(TimeSpan.FromSeconds(10));
        await AdvanceAsync();
        await MakeAsync("north", "south");
        var over = await FirstAsync(id);
        Assert.Equal((OccurrenceState.Failed, "burst_failed", "stage_timeout"), (over.State, over.Reason, over.ErrorCode));
        Assert.Contains("“NORTH” failed: It took too long.", over.ErrorText, StringComparison.Ordinal);
        Assert.Equal("occurrence.failed", await NoticesAsync());
    }

    [Fact]
    public async Task Data_that_cannot_be_had_is_tried_again_as_a_whole()
    {
        var id = await OrderAsync("north");
        await FailAsync();
        Assert.Equal("due retry", await StatesAsync());
        await TickAsync(TimeSpan.FromSeconds(10));
        await AdvanceAsync();
        Assert.Equal((2, 1), (await CountAsync("bursts"), await CountAsync("bursts", "state = 'waiting'")));
        await FailAsync();
        var over = await FirstAsync(id);
        Assert.Equal((OccurrenceState.Failed, "burst_failed", "split_refused", "There is no column."), (over.State, over.Reason, over.ErrorCode, over.ErrorText));
        Assert.Equal(1, await CountAsync("distributions", "notice is not null"));

        async Task FailAsync()
        {
            var burst = (await ClaimAsync())!;
            Assert.True(await WriteAsync(session => Bursts.FailAsync(session, burst, SplitException.Refused, "There is no column.", Clock.Now(), Cancel)));
            await AdvanceAsync();
        }
    }

    [Fact]
    public async Task Whoever_takes_over_goes_on_with_the_burst_that_is_there()
    {
        var id = await OrderAsync("north", "south");
        await TickAsync(TimeSpan.FromMinutes(10), node: null);
        await TickAsync(node: "there");
        await AdvanceAsync("there");
        Assert.Equal(1, await CountAsync("bursts"));
        await DivideAsync();
        await MakeAsync();
        await AcceptAsync();
        await AdvanceAsync("there");
        Assert.Equal((OccurrenceState.Succeeded, 2), ((await FirstAsync(id)).State, await CountAsync("deliveries")));
    }

    [Fact]
    public async Task A_cancelled_occurrence_takes_its_burst_along()
    {
        var id = await OrderAsync("north", "south");
        await DivideAsync();
        await Decisions.CancelAsync(Caller.Of(await UserAsync(), null), (await FirstAsync(id)).Id, null, Cancel);
        await AdvanceAsync();
        Assert.Equal("cancelled cancelled", await StatesAsync());
        Assert.Equal((1, 2, 2), (await CountAsync("bursts", "state = 'failed' and error_code = 'cancelled'"), await CountAsync("burst_parts", "state = 'failed'"), await CountAsync("cob_generated_reports", "status = 'cancelled'")));
        Assert.Equal(0, await CountAsync("deliveries"));
    }

    [Fact]
    public async Task One_that_succeeded_is_made_anew_for_everybody()
    {
        var id = await OrderAsync("north");
        await DivideAsync();
        await MakeAsync();
        await AcceptAsync();
        await Decisions.RetryAsync(Caller.Of(await UserAsync(), null), (await FirstAsync(id)).Id, null, Cancel);
        await TickAsync(TimeSpan.FromSeconds(1));
        await AdvanceAsync();
        await DivideAsync();
        await MakeAsync();
        await AcceptAsync();
        Assert.Equal((OccurrenceState.Succeeded, 2, 2), ((await FirstAsync(id)).State, (await FirstAsync(id)).Revision, await CountAsync("deliveries", "state = 'accepted'")));
    }

    [Fact]
    public async Task A_recipient_whom_nothing_may_be_sent_to_is_told_of_until_somebody_sends_it()
    {
        var id = await OrderAsync("north", "south");
        await WriteAsync(session => new SuppressionStore(Database).AddAsync(session, "*", "south@example.com", "unsubscribed", "test", Clock.Now(), Cancel));
        await DivideAsync();
        await MakeAsync();
        await AcceptAsync();
        var over = await FirstAsync(id);
        Assert.Equal((OccurrenceState.CompletedWithErrors, "nobody_reached"), (over.State, over.Reason));
        Assert.Equal($"Nobody gets the report of “SOUTH”: {SuppressionStore.Sentence("unsubscribed")}", over.ErrorText);
        Assert.Equal(["north distributed", $"south suppressed suppressed {SuppressionStore.Sentence("unsubscribed")}"], await PartsAsync());
        Assert.Equal(1, await CountAsync("deliveries", "recipient = 'ops@example.com'"));
        Assert.Equal(1, await CountAsync("audit_entries", "action = 'burst.finished' and cast(after_state as text) like '%\"suppressed\":1%'"));

        var held = await ReadAsync(session => session.ListAsync<DeliveryId>("select id from deliveries where state = 'suppressed'", null, Cancel));
        await WriteAsync(session => Ledger.StepAsync(session, held, DeliveryStep.Resend, "ann", null, null, Clock.Now(), Cancel));
        Assert.Equal(["north distributed", "south distributed"], await PartsAsync());
        await AcceptAsync();
        await PlannerOf(TimeZoneData.Bundled).TidyAsync(Cancel);
        Assert.Equal((OccurrenceState.Succeeded, "delivered_later"), ((await FirstAsync(id)).State, (await FirstAsync(id)).Reason));
    }

    [Fact]
    public async Task A_burst_whose_settings_send_to_nobody_says_so()
    {
        var id = await OrderAsync("north", "south");
        await SqlAsync("update bursts set suppress_because = 'Nobody wants it.'");
        await DivideAsync();
        await MakeAsync();
        var over = await FirstAsync(id);
        Assert.Equal((OccurrenceState.Succeeded, "all_suppressed"), (over.State, over.Reason));
        Assert.Equal("Nothing was sent: every delivery of it is suppressed by its settings, each with its reason.", over.ErrorText);
        Assert.Equal(["north suppressed not_wanted Nobody wants it.", "south suppressed not_wanted Nobody wants it."], await PartsAsync());
    }

    /// <summary>Key, state and why.</summary>
    private async Task<IEnumerable<string>> PartsAsync()
    {
        var parts = await ReadAsync(async session => await Bursts.PartsAsync(session, await session.GetAsync<BurstId>("select id from bursts", null, Cancel), Cancel));
        return parts.Select(part => $"{part.SplitValue} {part.State} {part.ReasonCode} {part.Reason}".TrimEnd());
    }
}
