using System.Text.Json;
using Daybook.Accounts;
using Daybook.Delivery;
using Daybook.Delivery.Channels;
using Daybook.Documents;
using Daybook.Schedules.Policies;
using Daybook.Schedules.Running;
using Daybook.Storage;
using Daybook.Tests.BothDatabases.Delivery;

namespace Daybook.Tests.BothDatabases.Schedules;

/// <summary>From the report of an occurrence to its recipients.</summary>
public abstract class EngineDeliveryTests : EngineMailTests
{
    private static readonly TimeSpan Minutes = TimeSpan.FromMinutes(5), Day = TimeSpan.FromDays(1);

    private const string Subject = "COB Report - T - ";

    /// <summary>Every report that waits says this.</summary>
    private Task SayAsync(string text) => WriteAsync(async session =>
    {
        var metadata = new DocumentMetadata { Title = "Close", BusinessDate = new DateOnly(2026, 5, 4), TemplateId = "t", TemplateName = "T", TemplateVersion = "1", GeneratedAt = Start, Status = ReportStatus.Completed };
        var document = new ReportDocument(metadata, [new Section("a", "A", SectionKind.Data, [new Paragraph([new TextInline(text)])])]);
        var sha256 = await Contents.PutAsync(session, DocumentJson.Write(document), packed: true, Cancel);
        await session.ExecuteAsync("update cob_generated_reports set document_sha256 = @sha256 where status = 'pending'", new { sha256 }, Cancel);
    });

    /// <summary>A day passes, and its report says this.</summary>
    private async Task DayAsync(string text, TimeSpan? pass = null)
    {
        await TickAsync(pass ?? Day);
        await AdvanceAsync();
        await SayAsync(text);
        await FinishAsync();
        await DeliverAsync();
        await AdvanceAsync();
    }

    [Fact]
    public async Task Only_what_changed_is_sent()
    {
        await AddMailedAsync(Daily, new SchedulePolicies { OnlyIfChanged = true }, "board@example.com");
        await PlanAsync();
        await DayAsync("All is well.", Minutes);
        await DayAsync("All is well.");
        await DayAsync("Nothing is well.");
        await DayAsync("Nothing is well.");
        Assert.Equal("succeeded; succeeded unchanged; succeeded; succeeded unchanged", await StatesAsync());
        Assert.Equal([$"{Subject}2026-05-04 > board@example.com", $"{Subject}2026-05-06 > board@example.com"], Sent);
        Assert.Equal(2, await ReadAsync(session => session.GetAsync<int>("select count(*) from deliveries where state = 'suppressed' and reason like 'The report says the same%'", null, Cancel)));
    }

    [Fact]
    public async Task What_did_not_reach_its_recipients_is_no_reason_to_send_nothing()
    {
        await AddMailedAsync(Daily, new SchedulePolicies { OnlyIfChanged = true }, "board@example.com");
        await PlanAsync();
        Mail.Answers.Enqueue(new DeliveryOutcome.Refused("no_mailbox", "There is no such mailbox."));
        await DayAsync("All is well.", Minutes);
        await DayAsync("All is well.");
        Assert.Equal("completed_with_errors delivery_failed; succeeded", await StatesAsync());
        Assert.Equal([$"{Subject}2026-05-05 > board@example.com"], Sent);
    }

    [Fact]
    public async Task Who_is_sent_nothing_because_nobody_is_named_is_told_so_and_has_no_report_to_be_unchanged()
    {
        var id = await AddMailedAsync(Daily, new SchedulePolicies { OnlyIfChanged = true });
        await PlanAsync();
        await DayAsync("All is well.", Minutes);
        await SqlAsync("update cob_report_schedules set distribution_config = '{\"email\":[\"board@example.com\"]}'");
        await DayAsync("All is well.");
        var rows = await ListAsync(id);
        Assert.Equal(("no_recipients", "The report is kept in the archive and was sent to nobody."), (rows[0].Reason, rows[0].ErrorText));
        Assert.Equal((OccurrenceState.Succeeded, (string?)null), (rows[1].State, rows[1].Reason));
        Assert.Equal([$"{Subject}2026-05-05 > board@example.com"], Sent);
    }

    [Fact]
    public async Task A_report_whose_recipients_are_all_suppressed_is_no_success_until_one_has_it()
    {
        var id = await AddMailedAsync(Daily, null, "a@example.com", "b@example.com");
        await WriteAsync(session => new SuppressionStore(Database).AddAsync(session, "*", "a@example.com", "left", "test", Clock.Now(), Cancel));
        await PlanAsync();
        await RunAsync(Minutes);
        Assert.Equal("succeeded", await StatesAsync());
        await WriteAsync(session => new SuppressionStore(Database).AddAsync(session, "email", "b@example.com", "unsubscribed", "test", Clock.Now(), Cancel));
        await RunAsync(Day);
        Assert.Equal("succeeded; completed_with_errors nobody_reached", await StatesAsync());
        Assert.Equal(
            "Nobody got the report: 2 deliveries were held back by the suppression list or the domains that the server allows. "
            + $"Over 'email' to 'a@example.com': {SuppressionStore.Sentence("left")} Over 'email' to 'b@example.com': {SuppressionStore.Sentence("unsubscribed")}",
            (await ListAsync(id))[1].ErrorText);
    }

    [Fact]
    public async Task Owners_are_told_which_deliveries_failed_and_why()
    {
        var id = await AddMailedAsync(Daily, null, "ann@example.com", "bob@example.com", "eve@example.com");
        await PlanAsync();
        Mail.Answers.Enqueue(new DeliveryOutcome.Refused("no_mailbox", "There is no such mailbox. Correct the address."));
        Mail.Answers.Enqueue(new DeliveryOutcome.Unknown("no_answer", "The mail server was given the whole mail and did not answer."));
        await DayAsync("All is well.", Minutes);
        // Which of them is asked first is up to the sending.
        var (failed, unknown) = await ReadAsync(async session => (
            await session.GetAsync<string>("select recipient from deliveries where state = 'failed'", null, Cancel), await session.GetAsync<string>("select recipient from deliveries where state = 'unknown'", null, Cancel)));
        var told = $"1 delivery failed. Of 1 delivery it is unknown whether it arrived. Over 'email' to '{failed}': There is no such mailbox. Correct the address. "
            + $"Over 'email' to '{unknown}': The mail server was given the whole mail and did not answer.";
        Assert.Equal(told, (await ListAsync(id))[0].ErrorText);
        Assert.EndsWith(told, await ReadAsync(session => session.GetAsync<string>("select replace(text, '\n', ' ') from notices", null, Cancel)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_no_address_stops_nobody_and_is_named()
    {
        var id = await AddMailedAsync(Daily, null, "ann@example.com", "kaputt");
        await PlanAsync();
        await DayAsync("All is well.", Minutes);
        Assert.Equal([$"{Subject}2026-05-04 > ann@example.com"], Sent);
        Assert.Equal("1 delivery failed. Over 'email' to 'kaputt': 'kaputt' is no address.", (await ListAsync(id))[0].ErrorText);
        Assert.Equal("recipient_refused", await ReadAsync(session => session.GetAsync<string>("select reason_code from deliveries where state = 'failed'", null, Cancel)));
    }

    [Fact]
    public async Task A_report_that_waits_for_approval_is_sent_once_when_it_has_it()
    {
        var id = await AddMailedAsync(Daily, new SchedulePolicies { RequireApproval = true }, "board@example.com");
        await PlanAsync();
        await DayAsync("All is well.", Minutes);
        Assert.Equal(("held approval", 0), (await StatesAsync(), Mail.Sent.Count));
        await Decisions.ReleaseAsync(Caller.Server, (await ListAsync(id))[0].Id, "looks right", Cancel);
        await RunAsync(TimeSpan.FromMinutes(1));
        Assert.Equal("succeeded", await StatesAsync());
        await DeliverAsync();
        Assert.Equal([$"{Subject}2026-05-04 > board@example.com"], Sent);
    }

    [Fact]
    public async Task A_report_that_is_rejected_is_sent_to_nobody()
    {
        var id = await AddMailedAsync(Daily, new SchedulePolicies { RequireApproval = true }, "board@example.com");
        await PlanAsync();
        await DayAsync("All is well.", Minutes);
        await Decisions.RejectAsync(Caller.Server, (await ListAsync(id))[0].Id, "wrong day", Cancel);
        await RunAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(("skipped rejected", 0), (await StatesAsync(), Mail.Sent.Count));
    }

    [Fact]
    public async Task A_report_made_ahead_is_sent_at_its_minute_and_not_before()
    {
        await AddMailedAsync("""{"frequency": "daily", "time": "18:05", "prepare_lead": "PT3M"}""", null, "board@example.com");
        await PlanAsync();
        await RunAsync(TimeSpan.FromMinutes(2));
        await RunAsync(TimeSpan.FromSeconds(179));
        Assert.Empty(Sent);
        await RunAsync(TimeSpan.FromSeconds(1));
        Assert.Equal([$"{Subject}2026-05-04 > board@example.com"], Sent);
        Assert.Equal("succeeded", await StatesAsync());
    }

    [Theory]
    [InlineData("relay", "relay")]
    [InlineData("shelf", "email")]
    public async Task A_test_goes_to_whoever_asked_alone_over_the_mail_channel_of_the_schedule_or_else_the_first(string named, string used)
    {
        OtherChannels = [new RecordingChannel("relay"), new RecordingChannel("shelf", new ChannelTraits("folder", 1_000_000, DeliveryGuarantee.AtLeastOnce, false))];
        var user = await UserAsync();
        await SqlAsync("update users set email = 'ann@example.com' where username = 'ann'");
        var content = await ContentAsync(Daily) with { Distribution = new Json($$"""{"{{named}}":["board@example.com"]}""") };
        var id = await WriteAsync(session => Schedules.AddAsync(session, content, user.Id, Clock.Now(), Cancel));
        await Actions.TestRunAsync(Caller.Of(user, null), id, null, Cancel);
        await RunAsync(TimeSpan.Zero);
        Assert.Equal(
            [$"{used}: [TEST] {Subject}2026-05-04 > ann@example.com"],
            OtherChannels.Append(Mail).SelectMany(channel => channel.Sent, (channel, message) => $"{channel.Name}: {message.Subject} > {message.Recipient}"));
        Assert.Equal(1, await ReadAsync(session => session.GetAsync<int>("select count(*) from deliveries", null, Cancel)));
    }

    [Fact]
    public async Task Whoever_cancels_a_run_that_is_being_delivered_holds_back_the_rest_and_is_told_what_went_out()
    {
        var id = await AddMailedAsync(Daily, null, "a@example.com", "b@example.com", "c@example.com");
        await PlanAsync();
        await TickAsync(Minutes);
        await FinishAsync();
        var sending = Assert.Single(await TakeAsync(limit: 1));
        var row = (await ListAsync(id))[0];
        await Decisions.CancelAsync(Caller.Server, row.Id, "wrong figures", Cancel);
        await AdvanceAsync();
        Assert.Equal("running", await StatesAsync());
        Assert.Empty(await TakeAsync());
        await SendAsync(sending);
        await AdvanceAsync();
        Assert.Equal("cancelled cancelled", await StatesAsync());
        Assert.Single(Sent);
        var summary = JsonElement.Parse((await FindAsync(row.Id)).DeliverySummary!.Value.Text);
        Assert.Equal((1, 2, 0), (summary.GetProperty("accepted").GetInt32(), summary.GetProperty("suppressed").GetInt32(), summary.GetProperty("planned").GetInt32()));
        Assert.Equal(2, await ReadAsync(session => session.GetAsync<int>("select count(*) from deliveries where state = 'suppressed' and reason_code = 'cancelled'", null, Cancel)));
        Assert.Equal("", await NoticesAsync());
    }

    [Fact]
    public async Task A_delivery_that_is_deferred_while_its_run_is_cancelled_is_not_tried_again()
    {
        var id = await AddMailedAsync(Daily, null, "a@example.com");
        await PlanAsync();
        await TickAsync(Minutes);
        await FinishAsync();
        var sending = Assert.Single(await TakeAsync());
        Mail.Answers.Enqueue(new DeliveryOutcome.Deferred("busy", "Later."));
        await Decisions.CancelAsync(Caller.Server, (await ListAsync(id))[0].Id, null, Cancel);
        await AdvanceAsync();
        await SendAsync(sending);
        await AdvanceAsync();
        Assert.Equal("cancelled cancelled", await StatesAsync());
        Assert.Equal("cancelled", await ReadAsync(session => session.GetAsync<string>("select reason_code from deliveries", null, Cancel)));
    }

    [Fact]
    public async Task What_a_dead_node_left_to_deliver_is_held_back_when_its_run_is_cancelled()
    {
        var id = await AddMailedAsync(Daily, null, "a@example.com");
        await PlanAsync();
        await TickAsync(Minutes);
        await FinishAsync();
        await TickAsync(TimeSpan.FromSeconds(61), node: null);
        Assert.Equal("due lease_expired", await StatesAsync());
        await Decisions.CancelAsync(Caller.Server, (await ListAsync(id))[0].Id, null, Cancel);
        await DeliverAsync();
        Assert.Empty(Sent);
        Assert.Equal("cancelled cancelled", await StatesAsync());
    }

    [Fact]
    public async Task A_recipient_who_keeps_a_run_waiting_takes_no_place_of_others()
    {
        Settings.MostRunning = 1;
        var slow = await AddMailedAsync(Daily, null, "slow@example.com");
        await PlanAsync();
        await TickAsync(Minutes);
        await FinishAsync();
        Mail.Answers.Enqueue(new DeliveryOutcome.Deferred("busy", "Later."));
        await DeliverAsync();
        var other = await AddAsync("""{"frequency": "daily", "time": "18:06"}""");
        await PlanAsync();
        await WriteAsync(session => Claims.RenewAsync(session, Node, 60, Clock.GetUtcNow(), Cancel));
        await TickAsync(TimeSpan.FromMinutes(1));
        await FinishAsync();
        Assert.Equal(("running", "succeeded"), (await StatesAsync(slow), await StatesAsync(other)));
    }

    [Fact]
    public async Task A_run_says_what_its_deliveries_wait_for()
    {
        var id = await AddMailedAsync(Daily, null, "ann@example.com", "board@example.com", "slow@example.com");
        await PlanAsync();
        await TickAsync(Minutes);
        await FinishAsync();
        Mail.Answers.Enqueue(new DeliveryOutcome.Deferred("busy", "The server is busy."));
        Mail.Answers.Enqueue(new DeliveryOutcome.Deferred("busy", "The server is busy."));
        await DeliverAsync();
        await AdvanceAsync();
        var (shown, sentences) = await ReadAsync(async session => (
            await Deliveries.RefreshAsync(session, await ListAsync(id), Cancel), await Deliveries.ExplainAsync(session, (await ListAsync(id))[0], Cancel)));
        var counts = JsonElement.Parse(shown[0].DeliverySummary!.Value.Text);
        Assert.Equal((2, 1), (counts.GetProperty("planned").GetInt32(), counts.GetProperty("accepted").GetInt32()));
        Assert.Null(shown[1].DeliverySummary);
        Assert.Matches(@"^2 of its deliveries over 'email' are tried at 2026-05-04 18:0\d:\d\dZ at the earliest\. The server is busy\.", Assert.Single(sentences));
        await RunAsync(TimeSpan.FromMinutes(30));
        Assert.Equal("succeeded", await StatesAsync());
        Assert.Empty(await ReadAsync(async session => await Deliveries.ExplainAsync(session, (await ListAsync(id))[0], Cancel)));
    }

    [Fact]
    public async Task A_notice_that_waits_does_not_keep_a_run_from_ending()
    {
        var id = await AddMailedAsync(Daily, new SchedulePolicies { RequireApproval = true }, "board@example.com");
        await SqlAsync("update users set email = 'ann@example.com' where username = 'ann'");
        await PlanAsync();
        await DayAsync("All is well.", Minutes);
        Mail.Answers.Enqueue(new DeliveryOutcome.Deferred("busy", "Later."));
        await TellAsync();
        await Decisions.ReleaseAsync(Caller.Server, (await ListAsync(id))[0].Id, null, Cancel);
        await RunAsync(TimeSpan.FromSeconds(1));
        Assert.Equal("succeeded", await StatesAsync());
        Assert.Equal(1, await ReadAsync(session => session.GetAsync<int>("select count(*) from deliveries where state = 'planned'", null, Cancel)));
    }
}
