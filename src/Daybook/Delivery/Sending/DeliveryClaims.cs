using System.Collections.Immutable;
using System.Globalization;
using Daybook.Accounts;
using Daybook.Delivery.Channels;
using Daybook.Storage;
using Daybook.Webhooks;
using Microsoft.Extensions.Options;

namespace Daybook.Delivery.Sending;

/// <summary>What a node takes from the ledger and brings back to it.</summary>
internal sealed class DeliveryClaims(
    Database database, DeliveryStore ledger, DeliveryWorkStore work, SuppressionStore suppressions, DeliveryNews news, RecipientRules rules, IOptions<DeliveryOptions> options, TimeProvider clock)
{
    /// <summary>Nodes that end while they send are nobody's fault the first times.</summary>
    private const int MostInterruptions = 50;

    private const int ManyAbandoned = 200;

    private const string Lost = "node_lost";

    /// <summary>Tells this process from every other one, also from one before it with the same number.</summary>
    public string Node { get; } = string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}:{Environment.ProcessId}:{Secret.New()[..12]}");

    /// <summary>The channels on which something waits; else when something will, which is null where nothing will.</summary>
    public async Task<(ImmutableArray<string> Channels, DateTimeOffset? Next)> LookAsync(CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        var now = clock.Now();
        var channels = await work.WaitingChannelsAsync(session, now, cancellationToken).ConfigureAwait(false);
        return (channels, channels.IsEmpty ? await work.NextAsync(session, now, cancellationToken).ConfigureAwait(false) : now);
    }

    /// <summary>Takes some of what waits on a channel; what a rule forbids by now is suppressed instead.</summary>
    /// <param name="channel">Null where the server does not have it any more.</param>
    public async Task<ImmutableArray<StoredDelivery>> TakeAsync(string name, IDeliveryChannel? channel, int limit, CancellationToken cancellationToken)
    {
        var now = clock.Now();
        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        var waiting = await work.WaitingAsync(session, name, limit, now, cancellationToken).ConfigureAwait(false);
        var forbidden = await ForbiddenAsync(session, name, channel, waiting, cancellationToken).ConfigureAwait(false);
        foreach (var (id, (code, sentence)) in forbidden)
            await ledger.StepAsync(session, [id], DeliveryStep.Suppress, DeliveryWorkStore.Node, code, sentence, now, cancellationToken).ConfigureAwait(false);
        var taken = await work.ClaimAsync(session, [.. waiting.Select(delivery => delivery.Id).Where(id => !forbidden.ContainsKey(id))], Node, options.Value.LeaseSeconds, now, cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        return taken;
    }

    /// <summary>The point of no return.</summary>
    /// <param name="links">What the message leads to, which is kept until they end.</param>
    /// <exception cref="Reports.ClaimLostException">Another node took the delivery over.</exception>
    public async Task CommitAsync(StoredDelivery delivery, ImmutableArray<DeliveryLink> links, CancellationToken cancellationToken)
    {
        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        await work.CommitAsync(session, delivery, links, clock.Now(), cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <returns>False when the claim was lost.</returns>
    public async Task<bool> FinishAsync(StoredDelivery delivery, DeliveryResult result, CancellationToken cancellationToken)
    {
        var now = clock.Now();
        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        if (!await work.FinishAsync(session, delivery, result, now, cancellationToken).ConfigureAwait(false))
            return false;
        if (result.Step == DeliveryStep.GiveUp)
            await news.TellAsync(session, WebhookEvent.DeliveryFailed, delivery, result.Code, result.Sentence, now, cancellationToken).ConfigureAwait(false);
        if (result.Step == DeliveryStep.Lose && result.NextAttemptAt is not null)
            await RepeatAsync(session, delivery, now, cancellationToken).ConfigureAwait(false);
        else if (result.Step == DeliveryStep.Lose)
            await news.TellAsync(session, WebhookEvent.DeliveryUnknown, delivery, result.Code, result.Sentence, now, cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <summary>Gives back what was taken and not handed over.</summary>
    public async Task GiveBackAsync(StoredDelivery delivery, CancellationToken cancellationToken)
    {
        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        await work.FinishAsync(
            session, delivery, new DeliveryResult(DeliveryStep.Release, false, "server_stopped", "The server was stopped before the message was handed over; it is sent later.", null, null), clock.Now(), cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    public async Task RenewAsync(CancellationToken cancellationToken)
    {
        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        await work.RenewAsync(session, Node, options.Value.LeaseSeconds, cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Brings back what nodes that fell silent were sending: planned where nobody can have it, unknown where somebody may.</summary>
    /// <returns>How many are unknown now and stay so.</returns>
    public async Task<(int BroughtBack, int Unknown)> RecoverAsync(CancellationToken cancellationToken)
    {
        var (back, unknown) = (0, 0);
        while (true)
        {
            await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
            var abandoned = await work.AbandonedAsync(session, ManyAbandoned, cancellationToken).ConfigureAwait(false);
            foreach (var delivery in abandoned)
            {
                if (!await work.IsAbandonedAsync(session, delivery, cancellationToken).ConfigureAwait(false))
                    continue;
                var isUnknown = await RecoverAsync(session, delivery, cancellationToken).ConfigureAwait(false);
                (back, unknown) = isUnknown ? (back, unknown + 1) : (back + 1, unknown);
            }

            await session.CommitAsync(cancellationToken).ConfigureAwait(false);
            if (abandoned.Length < ManyAbandoned)
                return (back, unknown);
        }
    }

    /// <returns>Whether it is unknown and stays so.</returns>
    private async Task<bool> RecoverAsync(Session session, StoredDelivery delivery, CancellationToken cancellationToken)
    {
        var now = clock.Now();
        if (delivery.CommittedAt is null)
        {
            var step = delivery.Interruptions < MostInterruptions ? DeliveryStep.Release : DeliveryStep.GiveUp;
            var sentence = step == DeliveryStep.Release
                ? "The node that was sending it ended before the message was handed over; it is sent again."
                : string.Create(CultureInfo.InvariantCulture, $"{MostInterruptions} nodes ended while they were about to send it; it is given up.");
            await ledger.StepAsync(session, [delivery.Id], step, DeliveryWorkStore.Node, Lost, sentence, now, cancellationToken).ConfigureAwait(false);
            if (step == DeliveryStep.GiveUp)
                await news.TellAsync(session, WebhookEvent.DeliveryFailed, delivery, Lost, sentence, now, cancellationToken).ConfigureAwait(false);
            return false;
        }

        const string Unclear = "The node that was sending it ended after the message was handed over and before the answer; nobody can tell whether it arrived.";
        await ledger.StepAsync(session, [delivery.Id], DeliveryStep.Lose, DeliveryWorkStore.Node, Lost, Unclear, now, cancellationToken).ConfigureAwait(false);
        if (delivery.Guarantee != DeliveryGuarantee.AtLeastOnce)
        {
            await news.TellAsync(session, WebhookEvent.DeliveryUnknown, delivery, Lost, Unclear, now, cancellationToken).ConfigureAwait(false);
            return true;
        }

        await RepeatAsync(session, delivery, now, cancellationToken).ConfigureAwait(false);
        return false;
    }

    private async Task RepeatAsync(Session session, StoredDelivery delivery, DateTimeOffset now, CancellationToken cancellationToken) => await ledger.StepAsync(
        session, [delivery.Id], DeliveryStep.Repeat, DeliveryWorkStore.Node, "repeated", "It is sent again, because it should arrive at least once.", now, cancellationToken).ConfigureAwait(false);

    private async Task<Dictionary<DeliveryId, (string Code, string Sentence)>> ForbiddenAsync(
        Session session, string name, IDeliveryChannel? channel, ImmutableArray<StoredDelivery> waiting, CancellationToken cancellationToken)
    {
        var forbidden = new Dictionary<DeliveryId, (string, string)>();
        if (channel is not { Traits.ReachesPeople: true } || waiting.IsEmpty)
            return forbidden;
        var ended = await suppressions.AmongAsync(session, name, waiting.Select(delivery => delivery.Recipient), cancellationToken).ConfigureAwait(false);
        foreach (var delivery in waiting)
        {
            if (ended.TryGetValue(RecipientAddress.Normal(delivery.Recipient), out var reason))
                forbidden[delivery.Id] = (SuppressionStore.Code, SuppressionStore.Sentence(reason));
            else if (rules.Refuse(channel, delivery.Recipient) is { } refusal)
                forbidden[delivery.Id] = (RecipientRules.Code, refusal);
        }

        return forbidden;
    }
}
