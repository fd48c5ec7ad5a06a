using Daybook.Accounts;
using Daybook.Delivery;
using Daybook.Delivery.Channels;
using Daybook.Reports;
using Daybook.Schedules;
using Daybook.Schedules.Policies;
using Daybook.Schedules.Running;
using Daybook.Schedules.TimeZones;
using Daybook.Storage;
using Daybook.Telemetry;
using Daybook.Tests.BothDatabases.Delivery;

namespace Daybook.Tests.BothDatabases.Schedules;

/// <summary>What owners are told about their schedules, and who is told where they cannot be.</summary>
public abstract class EngineNoticeTests : EngineMailTests
{
    private Task<SuppressionId?> SuppressAsync(string address) => WriteAsync(session => new SuppressionStore(Database).AddAsync(session, Mail.Name, address, "unsubscribed", "ann", Start, Cancel));

    private async Task ReopenAsync()
    {
        await using var session = await Database.BeginAsync(Cancel);
        await NoticeMailOf(Channels).ReopenAsync(session, Clock.Now(), Cancel);
        await session.CommitAsync(Cancel);
    }

    [Fact]
    public async Task A_failed_run_is_told_once_to_its_owner_and_so_is_the_first_good_one()
    {
        var id = await OwnedAsync();
        await RunAsync(TimeSpan.FromMinutes(5), ReportState.Failed, "not_found");
        Assert.Empty(await TellAsync());
        Assert.Empty(await TellAsync());
        Assert.Equal(["COB Report failed - Close - 2026-05-04 > ann@example.com"], Sent);
        var text = Assert.Single(Mail.Sent).Text.ReplaceLineEndings(" ");
        Assert.Contains("2026-05-04 18:05:00Z: 'Close' of 2026-05-04, 18:05, failed: It did not work.", text, StringComparison.Ordinal);
        Assert.Contains("You get this because this schedule is yours.", text, StringComparison.Ordinal);
        await RunAsync(TimeSpan.FromDays(1));
        await TellAsync();
        await RunAsync(TimeSpan.FromDays(1));
        await TellAsync();
        Assert.Equal("COB Report recovered - Close - 2026-05-05 > ann@example.com", Assert.Single(Sent.Skip(1)));
        Assert.Equal([$"{NoticeKind.Recovered} accepted owner", $"{NoticeKind.Failed} accepted owner"], (await ToldAsync(id)).Select(notice => $"{notice.Kind} {notice.State} {notice.Told}"));
        Assert.All(await ToldAsync(id), notice => Assert.NotNull(notice.SentAt));
        Assert.Equal("failed report_failed; succeeded; succeeded", await StatesAsync());
    }

    [Fact]
    public async Task A_retry_that_succeeds_is_told_as_well()
    {
        var id = await OwnedAsync();
        await RunAsync(TimeSpan.FromMinutes(5), ReportState.Failed, "not_found");
        await TellAsync();
        await Decisions.RetryAsync(Caller.Server, (await ListAsync(id))[0].Id, null, Cancel);
        await RunAsync(TimeSpan.FromMinutes(1));
        await TellAsync();
        Assert.Equal("COB Report recovered - Close - 2026-05-04 > ann@example.com", Sent.Last());
        Assert.Contains("before, it failed", Mail.Sent.Last().Text.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_outage_made_miss_comes_in_one_mail_with_the_way_to_make_up_for_it()
    {
        var id = await OwnedAsync("""{"frequency": "daily", "time": "18:05", "start_deadline": "PT216H"}""");
        await TickAsync();
        await TickAsync(TimeSpan.FromDays(3.5));
        Assert.Equal("missed superseded; missed superseded; missed superseded; running", await StatesAsync());
        await TellAsync();
        Assert.Equal(["COB Report missed - Close - 2026-05-06 > ann@example.com"], Sent);
        var text = Mail.Sent.Single().Text.ReplaceLineEndings(" ");
        Assert.Contains("2026-05-04, 18:05, was missed: a newer run was due as well, and only the latest is made up for.", text, StringComparison.Ordinal);
        Assert.Contains("2026-05-06, 18:05, was missed: a newer run was due as well, and only the latest is made up for.", text, StringComparison.Ordinal);
        Assert.Contains($"daybook schedule backfill {id} --from 2026-05-04 --to 2026-05-06", text, StringComparison.Ordinal);
        var told = new[] { 4, 5, 6 }.Select(day => text.IndexOf($"The occurrence of 2026-05-0{day}", StringComparison.Ordinal)).ToList();
        Assert.Equal(told.Order(), told);
    }

    [Fact]
    public async Task What_is_held_comes_with_the_commands_that_decide_it_and_with_the_end_of_its_wait()
    {
        var id = await AddMailedAsync(Daily, new SchedulePolicies { RequireApproval = true, HoldMinutes = 30 }, "board@example.com");
        await SqlAsync("update users set email = 'ann@example.com' where username = 'ann'");
        await PlanAsync();
        await RunAsync(TimeSpan.FromMinutes(5));
        await TellAsync();
        Assert.Equal(["COB Report waits for a decision - Close - 2026-05-04 > ann@example.com"], Sent);
        var text = string.Join(' ', Mail.Sent.Single().Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var occurrence = (await ListAsync(id))[0].Id;
        Assert.Contains("waits for a decision, until 2026-05-04 18:35:00Z: somebody has to release it.", text, StringComparison.Ordinal);
        Assert.Contains($"To decide: daybook schedule release {occurrence}, or daybook schedule reject {occurrence},", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_somebody_asked_for_and_nobody_decided_in_time_is_made_by_a_retry_for_no_backfill_knows_of_it()
    {
        var id = await AddMailedAsync(Daily, new SchedulePolicies { RequireApproval = true, HoldMinutes = 2 }, "board@example.com");
        await SqlAsync("update users set email = 'ann@example.com' where username = 'ann'");
        await PlanAsync();
        var asked = await Actions.RunNowAsync(Caller.Of(await UserAsync(), null), id, null, null, Cancel);
        await RunAsync(TimeSpan.FromMinutes(1));
        await TickAsync(TimeSpan.FromMinutes(3));
        Assert.Equal("missed hold_expired", await StatesAsync());
        await TellAsync();
        var text = string.Join(' ', Mail.Sent.Single().Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains($"To make it after all: daybook schedule retry {asked}", text, StringComparison.Ordinal);
        Assert.DoesNotContain("daybook schedule backfill", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_owner_left_the_administrators_are_told()
    {
        var id = await OwnedAsync();
        await AdministratorAsync("root@example.com");
        await SqlAsync("update users set is_active = false where username = 'ann'");
        await PlannerOf(TimeZoneData.Bundled).TidyAsync(Cancel);
        await TellAsync();
        Assert.Equal(["Schedule - Close - 2026-05-04 > root@example.com"], Sent);
        Assert.Contains("the owner of this schedule may no longer sign in", Mail.Sent.Single().Text.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Equal(ScheduleFlag.OwnerLeft, (await FindAsync(id)).Flag);
        var told = Assert.Single(await ToldAsync(id));
        Assert.Equal((NoticeKind.Flagged, "accepted", "administrators", "owner_left"), (told.Kind, told.State, told.Told, told.Reason));
    }

    [Fact]
    public async Task Where_the_owner_has_no_address_the_administrators_are_told()
    {
        var id = await OwnedAsync();
        await AdministratorAsync("root@example.com");
        await SqlAsync("update users set email = null where username = 'ann'");
        await RunAsync(TimeSpan.FromMinutes(5), ReportState.Failed, "not_found");
        Assert.Empty(await TellAsync());
        Assert.Equal(["COB Report failed - Close - 2026-05-04 > root@example.com"], Sent);
        Assert.Equal("owner_without_address", Assert.Single(await ToldAsync(id)).Reason);
    }

    [Theory]
    [InlineData(true, "nobody_with_address")]
    [InlineData(false, "no_mail_channel")]
    public async Task What_can_be_told_to_nobody_is_shown_and_warned_of(bool hasChannel, string reason)
    {
        var id = await OwnedAsync();
        await AdministratorAsync(null);
        await SqlAsync("update users set email = null where username = 'ann'");
        await RunAsync(TimeSpan.FromMinutes(5), ReportState.Failed, "not_found");
        Assert.Equal(ToldNotice.Waiting, Assert.Single(await ToldAsync(id)).State);
        await using var none = RecordingChannel.Registry();
        var (taken, untold) = await WriteAsync(session => NoticeMailOf(hasChannel ? Channels : none).PlanAsync(session, Clock.GetUtcNow(), Cancel));
        Assert.Equal((1, new UntoldNotices(id, 1, reason)), (taken, Assert.Single(untold)));
        var told = Assert.Single(await ToldAsync(id));
        Assert.Equal((ToldNotice.NotSent, NoticeAudience.Nobody, reason), (told.State, told.Told, told.Reason));
    }

    [Fact]
    public async Task Where_the_owner_is_on_the_suppression_list_the_administrators_are_told()
    {
        var id = await OwnedAsync();
        await SuppressAsync("ann@example.com");
        await AdministratorAsync("root@example.com");
        await RunAsync(TimeSpan.FromMinutes(5), ReportState.Failed, "not_found");
        Assert.Empty(await TellAsync());
        Assert.Equal(["COB Report failed - Close - 2026-05-04 > root@example.com"], Sent);
        Assert.Contains("mail to the owner of this schedule is not accepted or not wanted", Mail.Sent.Single().Text.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Equal(("administrators", "owner_suppressed"), (Assert.Single(await ToldAsync(id)).Told, Assert.Single(await ToldAsync(id)).Reason));
    }

    [Fact]
    public async Task An_owner_on_the_suppression_list_is_not_sent_to_where_there_is_nobody_else()
    {
        var id = await OwnedAsync();
        await SuppressAsync("ann@example.com");
        await RunAsync(TimeSpan.FromMinutes(5), ReportState.Failed, "not_found");
        Assert.Equal("nobody_with_address", Assert.Single(await TellAsync()).Reason);
        await ReopenAsync();
        Assert.Empty(await TellAsync());
        Assert.Empty(Sent);
        Assert.Equal(ToldNotice.NotSent, Assert.Single(await ToldAsync(id)).State);
    }

    [Theory]
    [InlineData("insert into users (id, username, display_name, email, password_hash, role, groups) select '00000000-0000-4000-8000-000000000001', 'root', 'Root', 'root@example.com', 'x', 'admin', '[]'", "root@example.com")]
    [InlineData("update users set email = 'ann@example.com' where username = 'ann'", "ann@example.com")]
    public async Task What_reached_nobody_is_sent_once_as_soon_as_there_is_an_address(string address, string recipient)
    {
        var id = await OwnedAsync();
        await SqlAsync("update users set email = null where username = 'ann'");
        await RunAsync(TimeSpan.FromMinutes(5), ReportState.Failed, "not_found");
        Assert.Single(await TellAsync());
        await ReopenAsync();
        Assert.Equal(ToldNotice.NotSent, Assert.Single(await ToldAsync(id)).State);
        await SqlAsync(address);
        for (var i = 0; i < 2; i++)
        {
            await ReopenAsync();
            Assert.Empty(await TellAsync());
        }

        Assert.Equal([$"COB Report failed - Close - 2026-05-04 > {recipient}"], Sent);
        Assert.Equal("accepted", Assert.Single(await ToldAsync(id)).State);
    }

    [Fact]
    public async Task What_reached_nobody_is_news_no_more_after_a_month()
    {
        await OwnedAsync();
        await SqlAsync("update users set email = null where username = 'ann'");
        await RunAsync(TimeSpan.FromMinutes(5), ReportState.Failed, "not_found");
        Assert.Single(await TellAsync());
        await SqlAsync("update users set email = 'ann@example.com' where username = 'ann'");
        Clock.Advance(TimeSpan.FromDays(31));
        await ReopenAsync();
        Assert.Empty(await TellAsync());
        Assert.Empty(Sent);
    }

    [Fact]
    public async Task A_notice_that_bounced_goes_to_the_administrators_once()
    {
        var id = await OwnedAsync();
        await AdministratorAsync("root@example.com");
        Mail.Answers.Enqueue(new DeliveryOutcome.Refused("no_mailbox", "There is no such mailbox."));
        await RunAsync(TimeSpan.FromMinutes(5), ReportState.Failed, "not_found");
        await TellAsync();
        await ReopenAsync();
        await TellAsync();
        // One refusal may have many reasons; it is the suppression list that says that the address takes no mail.
        Assert.Empty(Sent);
        await SuppressAsync("ann@example.com");
        for (var i = 0; i < 2; i++)
        {
            await ReopenAsync();
            Assert.Empty(await TellAsync());
        }

        Assert.Equal(["COB Report failed - Close - 2026-05-04 > root@example.com"], Sent);
        Assert.Equal("owner_suppressed", Assert.Single(await ToldAsync(id)).Reason);
    }

    [Fact]
    public async Task Notices_of_the_last_day_are_counted_by_who_was_told()
    {
        var id = await OwnedAsync();
        await RunAsync(TimeSpan.FromMinutes(5), ReportState.Failed, "not_found");
        await TellAsync();
        Assert.Equal([("owner", 1L), ("waiting", 0L)], await CountedAsync());
        await SqlAsync("update users set email = null where username = 'ann'");
        await RunAsync(TimeSpan.FromDays(1), ReportState.Failed, "not_found");
        await TellAsync();
        await WriteAsync(session => OwnerNotices.AddOnceAsync(session, NoticeKind.ClockJumped, "The clock of the database jumped forward by 600 seconds.", Clock.GetUtcNow(), Cancel));
        Assert.Equal([("nobody", 1L), ("waiting", 1L)], await CountedAsync());
        Assert.Equal(2, (await ToldAsync(id)).Length);

        async Task<IEnumerable<(string, long)>> CountedAsync()
        {
            var counts = await ReadAsync(session => ServerCounts.ReadAsync(session, Clock.GetUtcNow(), Cancel));
            return counts.Where(count => count.Kind == "notice").Select(count => (count.State, count.Count)).Order();
        }
    }

    [Fact]
    public async Task A_node_that_ends_while_it_writes_mails_loses_and_doubles_nothing()
    {
        await OwnedAsync();
        await RunAsync(TimeSpan.FromMinutes(5), ReportState.Failed, "not_found");
        await using (var session = await Database.BeginAsync(Cancel))
            Assert.Equal(1, (await NoticeMailOf(Channels).PlanAsync(session, Clock.GetUtcNow(), Cancel)).Taken);
        await DeliverAsync();
        Assert.Empty(Sent);
        await TellAsync();
        await TellAsync();
        Assert.Single(Sent);
    }

    [Fact]
    public async Task A_failed_delivery_is_told_and_so_is_its_late_success()
    {
        await AddMailedAsync(Daily, null, "board@example.com");
        await SqlAsync("update users set email = 'ann@example.com' where username = 'ann'");
        await PlanAsync();
        Mail.Answers.Enqueue(new DeliveryOutcome.Refused("no_mailbox", "There is no such mailbox."));
        await RunAsync(TimeSpan.FromMinutes(5));
        Assert.Equal("completed_with_errors delivery_failed", await StatesAsync());
        await TellAsync();
        Assert.Equal("[PARTIAL] COB Report incomplete - Close - 2026-05-04 > ann@example.com", Sent.Last());
        var failed = await ReadAsync(session => session.GetAsync<DeliveryId>("select id from deliveries where state = 'failed'", null, Cancel));
        await WriteAsync(session => Ledger.StepAsync(session, [failed], DeliveryStep.Resend, "ann", null, null, Clock.GetUtcNow(), Cancel));
        await DeliverAsync();
        await PlannerOf(TimeZoneData.Bundled).TidyAsync(Cancel);
        await TellAsync();
        Assert.Equal("succeeded delivered_later", await StatesAsync());
        Assert.Equal("COB Report recovered - Close - 2026-05-04 > ann@example.com", Sent.Last());
    }

    [Fact]
    public async Task A_test_that_fails_is_told_to_nobody()
    {
        var id = await OwnedAsync();
        await Actions.TestRunAsync(Caller.Of(await UserAsync(), null), id, null, Cancel);
        await TickAsync();
        for (var i = 0; i < 4; i++)
            await TickAsync(TimeSpan.FromSeconds(61));
        Assert.Equal("failed attempts_used_up", await StatesAsync());
        Assert.Equal("", await NoticesAsync());
    }
}
