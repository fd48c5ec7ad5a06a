using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Daybook.Storage;

namespace Daybook.Webhooks;

/// <summary>The only SQL about messages to subscribers.</summary>
internal sealed class WebhookMessageStore(Database database)
{
    private const string Columns = "id, subscription_id, event, payload, occurred_at, state, attempt, next_attempt_at, fence";

    private const string Mine = "id = @Id and fence = @Fence and state = 'sending'";

    public Task<bool> HasSubscribersAsync(Session session, WebhookEvent happened, CancellationToken cancellationToken) =>
        session.GetAsync<bool>("select exists (select 1 from webhook_subscription_events where event = @happened)", new { happened }, cancellationToken);

    /// <summary>One message for everybody who subscribed to the event.</summary>
    /// <returns>How many there are.</returns>
    public Task<int> AddAsync(Session session, WebhookEvent happened, string payload, DateTimeOffset now, CancellationToken cancellationToken) => session.ExecuteAsync(
        """
        insert into webhook_messages (subscription_id, event, payload, occurred_at, state, next_attempt_at)
        select s.id, e.event, @payload, @now, 'planned', @now from webhook_subscriptions s join webhook_subscription_events e on e.subscription_id = s.id
        where s.is_active = true and e.event = @happened
        """,
        new { happened, payload, now },
        cancellationToken);

    /// <summary>The same for several events, in the last exchange of the transaction.</summary>
    /// <returns>How many messages there are.</returns>
    public Task<int> AddAndCommitAsync(Session session, ImmutableArray<(WebhookEvent Happened, string Payload)> events, DateTimeOffset now, CancellationToken cancellationToken) => session.ExecuteAndCommitAsync(
        $"""
        insert into webhook_messages (subscription_id, event, payload, occurred_at, state, next_attempt_at)
        select s.id, e.event, r.payload, @now, 'planned', @now from {new JsonRows(database, "events", ("happened", "text"), ("payload", "text")).Sql}
            join webhook_subscription_events e on e.event = r.happened join webhook_subscriptions s on s.id = e.subscription_id
        where s.is_active = true
        """,
        new { now, events = new JsonArray([.. events.Select(one => (JsonNode)new JsonObject { ["happened"] = one.Happened.Word, ["payload"] = one.Payload })]).ToJsonString() },
        cancellationToken);

    public Task<WebhookMessageId> AddAsync(Session session, SubscriptionId subscriptionId, WebhookEvent happened, string payload, DateTimeOffset now, CancellationToken cancellationToken) => session.GetAsync<WebhookMessageId>(
        """
        insert into webhook_messages (subscription_id, event, payload, occurred_at, state, next_attempt_at) values (@subscriptionId, @happened, @payload, @now, 'planned', @now)
        returning id
        """,
        new { subscriptionId, happened, payload, now },
        cancellationToken);

    /// <summary>Newest first; those before an instant and id.</summary>
    public Task<ImmutableArray<WebhookMessage>> ListAsync(
        Session session, SubscriptionId subscriptionId, MessageState? state, DateTimeOffset beforeAt, WebhookMessageId beforeId, int limit, CancellationToken cancellationToken) => session.ListAsync<WebhookMessage>(
        $"""
        select {Columns} from webhook_messages where subscription_id = @subscriptionId{(state is null ? "" : " and state = @state")} and (occurred_at, id) < (@beforeAt, @beforeId)
        order by occurred_at desc, id desc limit @limit
        """,
        new { subscriptionId, state, beforeAt, beforeId, limit },
        cancellationToken);

    public Task<WebhookMessage?> FindAsync(Session session, WebhookMessageId id, CancellationToken cancellationToken) =>
        session.FindAsync<WebhookMessage>($"select {Columns} from webhook_messages where id = @id", new { id }, cancellationToken);

    public Task<ImmutableArray<WebhookTry>> TriesAsync(Session session, IEnumerable<WebhookMessageId> ids, CancellationToken cancellationToken) => session.ListAsync<WebhookTry>(
        $"select message_id, number, at, code, sentence from webhook_tries where message_id {database.IsOneOf("ids")} order by message_id, number", new { ids = database.Keys(ids) }, cancellationToken);

    /// <summary>Takes what is due, and what a node that fell silent was sending.</summary>
    public async Task<ImmutableArray<WebhookMessage>> ClaimAsync(Session session, string node, int leaseSeconds, int limit, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var ids = await session.ListAsync<WebhookMessageId>(
            $"""
            select id from webhook_messages where (state = 'planned' and next_attempt_at <= @now) or (state = 'sending' and lease_until < {database.Now})
            order by next_attempt_at, id limit @limit {database.SkipLocked}
            """,
            new { now, limit },
            cancellationToken).ConfigureAwait(false);
        if (ids.IsEmpty)
            return [];
        await session.ExecuteAsync(
            $"update webhook_messages set state = 'sending', attempt = attempt + 1, fence = fence + 1, lease_owner = @node, lease_until = {database.SecondsFromNow("leaseSeconds")} where id {database.IsOneOf("ids")}",
            new { ids = database.Keys(ids), node, leaseSeconds },
            cancellationToken).ConfigureAwait(false);
        return await session.ListAsync<WebhookMessage>($"select {Columns} from webhook_messages where id {database.IsOneOf("ids")} order by occurred_at, id", new { ids = database.Keys(ids) }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>When the next message falls due; null when none waits.</summary>
    public Task<DateTimeOffset?> NextAsync(Session session, CancellationToken cancellationToken) =>
        session.FindAsync<DateTimeOffset?>("select min(next_attempt_at) from webhook_messages where state = 'planned'", null, cancellationToken);

    /// <returns>False when the claim was lost.</returns>
    public async Task<bool> FinishAsync(Session session, WebhookMessage message, MessageState state, string? code, string sentence, DateTimeOffset next, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await session.ExecuteAsync(
            $"update webhook_messages set state = @state, next_attempt_at = @next, lease_owner = null, lease_until = null where {Mine}",
            new { message.Id, message.Fence, state, next },
            cancellationToken).ConfigureAwait(false) == 0)
            return false;
        await session.ExecuteAsync(
            "insert into webhook_tries (message_id, number, at, code, sentence) values (@Id, (select count(*) + 1 from webhook_tries where message_id = @Id), @now, @code, @sentence)",
            new { message.Id, now, code, sentence },
            cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <summary>Gives the message back; this try does not count.</summary>
    public Task ReleaseAsync(Session session, WebhookMessage message, CancellationToken cancellationToken) => session.ExecuteAsync(
        $"update webhook_messages set state = 'planned', attempt = attempt - 1, lease_owner = null, lease_until = null where {Mine}", new { message.Id, message.Fence }, cancellationToken);

    /// <returns>False when it waits or is sent anyway.</returns>
    public async Task<bool> SendAgainAsync(Session session, WebhookMessageId id, DateTimeOffset now, CancellationToken cancellationToken) => await session.ExecuteAsync(
        "update webhook_messages set state = 'planned', attempt = 0, next_attempt_at = @now where id = @id and state in ('accepted', 'failed')", new { id, now }, cancellationToken).ConfigureAwait(false) == 1;

    public Task<int> ForgetAsync(Session session, DateTimeOffset before, CancellationToken cancellationToken) =>
        session.ExecuteAsync("delete from webhook_messages where state in ('accepted', 'failed') and occurred_at < @before", new { before }, cancellationToken);
}
