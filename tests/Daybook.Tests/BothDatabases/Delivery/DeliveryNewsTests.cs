using Daybook.Accounts;
using Daybook.Audit;
using Daybook.Delivery;
using Daybook.Delivery.Passwords;
using Daybook.Delivery.Bounces;
using Daybook.Delivery.Sending;
using Daybook.Reports;
using Daybook.Webhooks;
using Microsoft.Extensions.Options;

namespace Daybook.Tests.BothDatabases.Delivery;

/// <summary>What subscribers are told of deliveries, in the transaction of what happened.</summary>
public abstract class DeliveryNewsTests : StoreTests
{
    private const string Recipient = "ann@example.com";

    private DeliveryStore Ledger => new(Database);

    private DeliveryWorkStore Work => new(Database, Ledger, new ExportStore());

    private SuppressionStore Suppressions => new(Database);

    private DeliveryNews News => new(new EventOutbox(new WebhookMessageStore(Database), new WebhookSignals()));

    private static RecipientRules Rules => new(Options.Create(new DeliveryOptions()));

    private DeliveryClaims Claims => new(Database, Ledger, Work, Suppressions, News, Rules, Options.Create(new DeliveryOptions()), Clock);

    /// <summary>A delivery that a node has in hand, and a subscriber to everything.</summary>
    private async Task<StoredDelivery> ClaimedAsync(string guarantee, int leaseSeconds = 60)
    {
        await WriteAsync(async session =>
        {
            var store = new SubscriptionStore();
            await store.SetEventsAsync(session, await store.AddAsync(session, "soc", "soc.example", [1], [2], "ann", Start, Cancel), WebhookEvent.All, Cancel);
        });
        var orders = new DeliveryOrders(
            Ledger, Suppressions, Rules, new PasswordDeliveries(Ledger, Rules, RecordingChannel.Registry()), RecordingChannel.Registry(new RecordingChannel("mail")), new ReportStores(new ReportStore(Database), new ReportWorkStore(Database), new ExportStore(), new ReportAnalysisStore()), new AuditLog(new AuditStore(Database), Clock), Clock);
        var notice = new Notice("report.missed", "Close", new DateOnly(2026, 5, 4), "missed", ["The server was away."], []);
        var target = new ChannelTarget("mail", [Recipient]) { Guarantee = guarantee };
        await WriteAsync(session => orders.PlanAsync(session, Caller.Server, new DeliveryOrder(null, new([target])) { Notice = notice, OccurrenceId = Guid.Parse("0197f5a0-0000-7000-8000-000000000003") }, Cancel));
        return Assert.Single(await WriteAsync(async session => await Work.ClaimAsync(session, [.. (await Work.WaitingAsync(session, "mail", 1, Start, Cancel)).Select(one => one.Id)], "node", leaseSeconds, Start, Cancel)));
    }

    private async Task<string> ToldAsync()
    {
        var told = await ReadAsync(session => session.ListAsync<string>("select payload from webhook_messages order by occurred_at", null, Cancel));
        Assert.All(told, payload => Assert.DoesNotContain(Recipient, payload, StringComparison.OrdinalIgnoreCase));
        return string.Join("; ", told.Select(payload => System.Text.Json.JsonElement.Parse(payload)).Select(payload => $"{payload.GetProperty("event").GetString()} {payload.GetProperty("data").GetProperty("code").GetString()}"));
    }

    [Fact]
    public async Task That_one_was_given_up()
    {
        await Claims.FinishAsync(await ClaimedAsync("at_most_once"), new DeliveryResult(DeliveryStep.GiveUp, true, "recipient_refused", $"There is no {Recipient}.", null, null), Cancel);
        Assert.Equal("delivery.failed recipient_refused", await ToldAsync());
    }

    [Theory]
    [InlineData("at_most_once", false, "delivery.unknown connection_lost")]
    [InlineData("at_least_once", true, "")]
    [InlineData("at_least_once", false, "delivery.unknown connection_lost")]
    public async Task That_nobody_can_tell_whether_one_arrived_unless_it_is_sent_again(string guarantee, bool isRepeated, string told)
    {
        await Claims.FinishAsync(await ClaimedAsync(guarantee), new DeliveryResult(DeliveryStep.Lose, true, "connection_lost", "It broke off.", null, isRepeated ? Start.AddMinutes(1) : null), Cancel);
        Assert.Equal(told, await ToldAsync());
    }

    [Theory]
    [InlineData("at_most_once", "delivery.unknown node_lost")]
    [InlineData("at_least_once", "")]
    public async Task That_a_node_ended_after_it_handed_one_over(string guarantee, string told)
    {
        var sent = await ClaimedAsync(guarantee, leaseSeconds: -1);
        await WriteAsync(session => Work.CommitAsync(session, sent, [], Start, Cancel));
        await Claims.RecoverAsync(Cancel);
        Assert.Equal(told, await ToldAsync());
    }

    [Fact]
    public async Task That_a_mail_came_back()
    {
        var sent = await ClaimedAsync("at_most_once");
        await Claims.FinishAsync(sent, new DeliveryResult(DeliveryStep.Accept, true, null, "Taken.", null, null), Cancel);
        var accepted = await ReadAsync(session => Ledger.FindAsync(session, sent.Id, Cancel));
        var bounces = new BounceLedger(Ledger, Suppressions, News, new AuditLog(new AuditStore(Database), Clock), Clock);
        await WriteAsync(session => bounces.NoteAsync(session, Caller.Server, accepted!, BounceKind.Delayed, "Later.", Cancel));
        Assert.Equal("", await ToldAsync());
        await WriteAsync(session => bounces.NoteAsync(session, Caller.Server, accepted!, BounceKind.Failed, $"“550 No {Recipient}”.", Cancel));
        Assert.Equal("delivery.bounced bounced", await ToldAsync());
    }
}
