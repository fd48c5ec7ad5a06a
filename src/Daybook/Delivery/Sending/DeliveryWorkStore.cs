using System.Collections.Immutable;
using Daybook.Delivery.Channels;
using Daybook.Reports;
using Daybook.Storage;

namespace Daybook.Delivery.Sending;

/// <summary>What nodes write while they send. Every statement names the fence of the claim: who lost it changes nothing.</summary>
internal sealed class DeliveryWorkStore(Database database, DeliveryStore ledger, ExportStore exports)
{
    /// <summary>Whoever is written by a node rather than a person.</summary>
    public const string Node = "daybook";

    private const string Mine = "id = @Id and fence = @Fence and state = 'sending'";

    /// <summary>The channels that have something to send now.</summary>
    public Task<ImmutableArray<string>> WaitingChannelsAsync(Session session, DateTimeOffset now, CancellationToken cancellationToken) => session.ListAsync<string>(
        "select distinct channel from deliveries where state = 'planned' and next_attempt_at <= @now order by channel", new { now }, cancellationToken);

    /// <summary>When the next delivery falls due; null when none waits.</summary>
    public Task<DateTimeOffset?> NextAsync(Session session, DateTimeOffset now, CancellationToken cancellationToken) => session.FindAsync<DateTimeOffset?>(
        "select min(next_attempt_at) from deliveries where state = 'planned' and next_attempt_at > @now", new { now }, cancellationToken);

    /// <summary>
    /// Half are what has waited longest on a channel, half what stands first in its order, so that none waits for all of a large order, and none for ever. Others pass over
    /// them until the transaction ends.
    /// </summary>
    public async Task<ImmutableArray<StoredDelivery>> WaitingAsync(Session session, string channel, int limit, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var half = (limit + 1) / 2;
        var longest = await session.ListAsync<DeliveryId>(
            $"select id from deliveries where state = 'planned' and channel = @channel and next_attempt_at <= @now order by next_attempt_at, id limit @half {database.SkipLocked}",
            new { channel, now, half },
            cancellationToken).ConfigureAwait(false);
        if (longest.Length < half)
            return await ListAsync(session, longest, cancellationToken).ConfigureAwait(false);
        // That turns are not negative leads both databases to the index by turn.
        var first = await session.ListAsync<DeliveryId>(
            $"""
            select id from deliveries where state = 'planned' and channel = @channel and turn >= 0 and next_attempt_at <= @now and not (id {database.IsOneOf("longest")})
            order by turn, next_attempt_at, id limit @rest {database.SkipLocked}
            """,
            new { channel, now, rest = limit - half, longest = ledger.Ids(longest) },
            cancellationToken).ConfigureAwait(false);
        return await ListAsync(session, [.. longest, .. first], cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Takes those that are still planned.</summary>
    public async Task<ImmutableArray<StoredDelivery>> ClaimAsync(Session session, ImmutableArray<DeliveryId> ids, string node, int leaseSeconds, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var taken = await ledger.StepAsync(session, ids, DeliveryStep.Claim, Node, null, null, now, cancellationToken).ConfigureAwait(false);
        if (taken.IsEmpty)
            return [];
        await session.ExecuteAsync(
            $"update deliveries set fence = fence + 1, lease_owner = @node, lease_until = {database.SecondsFromNow("leaseSeconds")}, committed_at = null where id {database.IsOneOf("ids")}",
            new { ids = ledger.Ids(taken), node, leaseSeconds },
            cancellationToken).ConfigureAwait(false);
        return await ListAsync(session, taken, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Holds everything that the node sends or is about to send.</summary>
    public Task RenewAsync(Session session, string node, int leaseSeconds, CancellationToken cancellationToken) => session.ExecuteAsync(
        $"update deliveries set lease_until = {database.SecondsFromNow("leaseSeconds")} where state = 'sending' and lease_owner = @node", new { node, leaseSeconds }, cancellationToken);

    /// <summary>The point of no return: whatever happens after it, the recipient may have the message.</summary>
    /// <param name="links">What the message leads to, which is kept until they end.</param>
    /// <exception cref="ClaimLostException">Another node took the delivery over.</exception>
    public async Task CommitAsync(Session session, StoredDelivery delivery, ImmutableArray<DeliveryLink> links, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await session.ExecuteAsync($"update deliveries set committed_at = @now where {Mine}", new { delivery.Id, delivery.Fence, now }, cancellationToken).ConfigureAwait(false) == 0)
            throw new ClaimLostException();
        foreach (var link in links)
            await exports.NoteLinkAsync(session, link.Export, link.ExpiresAt.ToDateTimeOffset(), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes down how a try came out.</summary>
    /// <returns>False when the claim was lost: then whoever has it writes.</returns>
    public async Task<bool> FinishAsync(Session session, StoredDelivery delivery, DeliveryResult result, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var row = new
        {
            delivery.Id,
            delivery.Fence,
            to = result.Step.To,
            result.Code,
            result.Sentence,
            result.Receipt,
            next = result.NextAttemptAt ?? delivery.NextAttemptAt,
            answered = result.IsAnswered ? 1 : 0,
            acceptedAt = result.Step == DeliveryStep.Accept ? now : (DateTimeOffset?)null,
            actor = Node,
            now,
        };
        var changed = await session.ExecuteAsync(
            $"""
            update deliveries set state = @to, reason_code = @Code, reason = @Sentence, receipt = @Receipt, state_changed_at = @now, accepted_at = @acceptedAt, attempt = attempt + @answered,
                next_attempt_at = @next, committed_at = case when @to = 'planned' then null else committed_at end, lease_owner = null, lease_until = null
            where {Mine} and {result.Step.FromCondition}
            """,
            row,
            cancellationToken).ConfigureAwait(false);
        if (changed == 0)
            return false;
        await session.ExecuteAsync(
            "insert into delivery_events (delivery_id, at, from_state, to_state, actor, code, sentence) values (@Id, @now, 'sending', @to, @actor, @Code, @Sentence)",
            row,
            cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <summary>What nodes that fell silent were sending.</summary>
    public Task<ImmutableArray<StoredDelivery>> AbandonedAsync(Session session, int limit, CancellationToken cancellationToken) => session.ListAsync<StoredDelivery>(
        $"select {DeliveryStore.Columns} from {DeliveryStore.From} where d.state = 'sending' and d.lease_until < {database.Now} order by d.lease_until limit @limit",
        new { limit },
        cancellationToken);

    /// <summary>Whether its claim is still the abandoned one; the row is held until the transaction ends.</summary>
    public async Task<bool> IsAbandonedAsync(Session session, StoredDelivery delivery, CancellationToken cancellationToken) => await session.FindAsync<DeliveryId?>(
        $"select id from deliveries where {Mine} and lease_until < {database.Now} {database.ForUpdate}", new { delivery.Id, delivery.Fence }, cancellationToken).ConfigureAwait(false) is not null;

    private async Task<ImmutableArray<StoredDelivery>> ListAsync(Session session, ImmutableArray<DeliveryId> ids, CancellationToken cancellationToken) => ids.IsEmpty ? [] : await session.ListAsync<StoredDelivery>(
        $"select {DeliveryStore.Columns} from {DeliveryStore.From} where d.id {database.IsOneOf("ids")} order by d.next_attempt_at, d.id", new { ids = ledger.Ids(ids) }, cancellationToken).ConfigureAwait(false);
}
