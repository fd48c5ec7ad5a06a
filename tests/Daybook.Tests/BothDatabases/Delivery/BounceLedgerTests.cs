using Daybook.Accounts;
using Daybook.Audit;
using Daybook.Delivery;
using Daybook.Delivery.Passwords;
using Daybook.Delivery.Api;
using Daybook.Delivery.Bounces;
using Daybook.Delivery.Sending;
using Daybook.Hosting;
using Daybook.Reports;
using Daybook.Storage;
using Daybook.Webhooks;
using Microsoft.Extensions.Options;

namespace Daybook.Tests.BothDatabases.Delivery;

/// <summary>What comes back after a mail server had taken a mail.</summary>
public abstract class BounceLedgerTests : StoreTests
{
    private static readonly Guid Occurrence = new("0197f5a0-0000-7000-8000-000000000002");

    private readonly BouncesOptions _options = new();

    private DeliveryStore Ledger => new(Database);

    private DeliveryWorkStore Work => new(Database, Ledger, new ExportStore());

    private SuppressionStore Suppressions => new(Database);

    private AuditLog Audit => new(new AuditStore(Database), Clock);

    private BounceLedger Bounces => new(Ledger, Suppressions, new DeliveryNews(new EventOutbox(new WebhookMessageStore(Database), new WebhookSignals())), Audit, Clock);

    private BounceMail Mail => new(Database, Ledger, Bounces, new DeliverySignals(), Options.Create(_options));

    private async Task<StoredDelivery> DeliveryAsync(DeliveryState state)
    {
        var orders = new DeliveryOrders(
            Ledger, Suppressions, new RecipientRules(Options.Create(new DeliveryOptions())), new PasswordDeliveries(Ledger, new RecipientRules(Options.Create(new DeliveryOptions())), RecordingChannel.Registry()), RecordingChannel.Registry(new RecordingChannel("mail")),
            new ReportStores(new ReportStore(Database), new ReportWorkStore(Database), new ExportStore(), new ReportAnalysisStore()), Audit, Clock);
        var notice = new Notice("report.missed", "Close", new DateOnly(2026, 5, 4), "missed", ["The server was away."], []);
        await WriteAsync(session => orders.PlanAsync(session, Caller.Server, new DeliveryOrder(null, new([new ChannelTarget("mail", ["ann@example.com"])])) { Notice = notice, OccurrenceId = Occurrence }, Cancel));
        await WriteAsync(session => session.ExecuteAsync("update deliveries set state = @state, accepted_at = @now", new { state, now = state == DeliveryState.Accepted ? Start : (DateTimeOffset?)null }, Cancel));
        return await FoundAsync();
    }

    private async Task<StoredDelivery> FoundAsync() =>
        Assert.Single(await ReadAsync(session => Ledger.ListAsync(session, new DeliveryFilter(), DateTimeOffset.MaxValue.AddDays(-1), default, 10, Cancel)));

    private async Task<BounceNoted?> TakeAsync(string sample, StoredDelivery delivery)
    {
        using var mail = BounceSamples.Mail(sample, delivery.DeliveryKey);
        return await Mail.TakeAsync(mail, Cancel);
    }

    private Task<System.Collections.Immutable.ImmutableArray<Suppression>> SuppressedAsync() => ReadAsync(session => Suppressions.ListAsync(session, null, "", "", 10, Cancel));

    [Fact]
    public async Task A_mail_that_came_back_is_noted_once_with_what_the_other_side_said()
    {
        var sent = await DeliveryAsync(DeliveryState.Accepted);
        Assert.Equal(BounceNoted.Noted, await TakeAsync("postfix-delayed", sent));
        Assert.Equal((DeliveryState.Accepted, null, "delayed"), await StandingAsync());
        Assert.Equal(BounceNoted.Known, await TakeAsync("postfix-delayed", sent));
        Assert.Equal(BounceNoted.Noted, await TakeAsync("postfix-failed", sent));
        Assert.Equal((DeliveryState.Accepted, Start, "bounced"), await StandingAsync());
        Assert.StartsWith("The mail came back: there is no such mailbox (5.1.1). mail.example.com said “550", (await FoundAsync()).Reason, StringComparison.Ordinal);
        Assert.Equal(BounceNoted.Known, await TakeAsync("postfix-failed", sent));
        Assert.Equal(BounceNoted.Known, await TakeAsync("postfix-delayed", sent));
        Assert.Equal(["delayed", "bounced"], (await ReadAsync(session => Ledger.EventsAsync(session, sent.Id, Cancel))).Skip(1).Select(change => change.Code));
        Assert.Empty(await SuppressedAsync());

        async Task<(DeliveryState, DateTimeOffset?, string?)> StandingAsync() => await FoundAsync() is var now ? (now.State, now.BouncedAt, now.ReasonCode) : default;
    }

    [Theory]
    [InlineData("postfix-failed", "failed", "bounced")]
    [InlineData("postfix-delayed", "accepted", "delayed")]
    public async Task Of_an_unknown_one_it_is_the_evidence_that_decides(string sample, string state, string code)
    {
        var sent = await DeliveryAsync(DeliveryState.Unknown);
        Assert.Equal(BounceNoted.Noted, await TakeAsync(sample, sent));
        var now = await FoundAsync();
        Assert.Equal((state, code), (now.State.Word, now.ReasonCode));
        Assert.Equal(state == "accepted" ? Start : null, now.AcceptedAt);
    }

    [Fact]
    public async Task While_it_is_being_sent_the_mail_waits_to_be_read_again()
    {
        var sent = await DeliveryAsync(DeliveryState.Sending);
        Assert.Equal(BounceNoted.TooEarly, await TakeAsync("postfix-failed", sent));
        Assert.Equal(DeliveryState.Sending, (await FoundAsync()).State);
    }

    [Theory]
    [InlineData("failed")]
    [InlineData("planned")]
    [InlineData("suppressed")]
    public async Task What_is_sent_again_or_known_to_have_failed_stays_as_it_is(string state)
    {
        var sent = await DeliveryAsync(DeliveryState.Find(state)!);
        Assert.Equal(BounceNoted.Known, await TakeAsync("postfix-failed", sent));
        Assert.Equal(state, (await FoundAsync()).State.Word);
    }

    [Fact]
    public async Task A_mail_of_nobody_here_changes_nothing()
    {
        await DeliveryAsync(DeliveryState.Accepted);
        using var mail = BounceSamples.Mail("postfix-failed");
        Assert.Null(await Mail.TakeAsync(mail, Cancel));
        Assert.Null((await FoundAsync()).BouncedAt);
    }

    [Theory]
    [InlineData("postfix-failed", 1)]
    [InlineData("exchange-failed", 0)]
    [InlineData("postfix-delayed", 0)]
    public async Task Only_an_address_that_does_not_exist_is_suppressed_and_only_if_so_set(string sample, int suppressed)
    {
        _options.Suppress = true;
        await TakeAsync(sample, await DeliveryAsync(DeliveryState.Accepted));
        var all = await SuppressedAsync();
        Assert.Equal(suppressed, all.Length);
        Assert.All(all, one => Assert.Equal(("mail", "ann@example.com", "mails came back"), (one.Channel, one.Recipient, one.Reason)));
    }

    [Fact]
    public async Task What_came_back_is_open_and_can_be_sent_again_when_it_is_named()
    {
        var sent = await DeliveryAsync(DeliveryState.Accepted);
        var check = new RequestCheck();
        Assert.Empty(await OfAsync("open"));
        Assert.False(await ResentAsync());
        await TakeAsync("postfix-failed", sent);
        Assert.Single(await OfAsync("open"));
        Assert.Single(await OfAsync("bounced"));
        Assert.Empty(await OfAsync("failed"));
        Assert.True(await ResentAsync());
        var again = await FoundAsync();
        Assert.Equal((DeliveryState.Planned, null, null), (again.State, again.BouncedAt, again.AcceptedAt));
        Assert.Single(await WriteAsync(async session => await Work.WaitingAsync(session, "mail", 10, Clock.Now(), Cancel)));

        Task<System.Collections.Immutable.ImmutableArray<StoredDelivery>> OfAsync(string state) => ReadAsync(session => Ledger.ListAsync(
            session, new DeliveryFilter { States = DeliveryWindow.States([state], "state", check) }, DateTimeOffset.MaxValue.AddDays(-1), default, 10, Cancel));

        async Task<bool> ResentAsync() => !(await WriteAsync(session => Ledger.StepAsync(session, [sent.Id], DeliveryStep.Resend, "ann", "resent_by_user", "Ann had it sent again.", Start, Cancel))).IsEmpty;
    }
}
