using System.Collections.Immutable;
using Daybook.Storage;

namespace Daybook.Webhooks;

/// <summary>The only SQL about subscriptions.</summary>
internal sealed class SubscriptionStore
{
    private const string Columns = "id, name, host, address, secret, previous_secret, previous_until, is_active, revision, created_by, created_at";

    public Task<ImmutableArray<Subscription>> ListAsync(Session session, string afterName, int limit, CancellationToken cancellationToken) => session.ListAsync<Subscription>(
        $"select {Columns} from webhook_subscriptions where name > @afterName order by name limit @limit", new { afterName, limit }, cancellationToken);

    public Task<Subscription?> FindAsync(Session session, SubscriptionId id, CancellationToken cancellationToken) =>
        session.FindAsync<Subscription>($"select {Columns} from webhook_subscriptions where id = @id", new { id }, cancellationToken);

    public async Task<ImmutableArray<WebhookEvent>> EventsAsync(Session session, SubscriptionId id, CancellationToken cancellationToken) =>
        [.. (await session.ListAsync<string>("select event from webhook_subscription_events where subscription_id = @id order by event", new { id }, cancellationToken).ConfigureAwait(false)).Select(word => WebhookEvent.Find(word)!)];

    public Task<SubscriptionId> AddAsync(Session session, string name, string host, byte[] address, byte[] secret, string createdBy, DateTimeOffset now, CancellationToken cancellationToken) => session.GetAsync<SubscriptionId>(
        """
        insert into webhook_subscriptions (name, host, address, secret, created_by, created_at) values (@name, @host, @address, @secret, @createdBy, @now)
        returning id
        """,
        new { name, host, address, secret, createdBy, now },
        cancellationToken);

    public async Task SetEventsAsync(Session session, SubscriptionId id, IEnumerable<WebhookEvent> events, CancellationToken cancellationToken)
    {
        await session.ExecuteAsync("delete from webhook_subscription_events where subscription_id = @id", new { id }, cancellationToken).ConfigureAwait(false);
        foreach (var known in events)
            await session.ExecuteAsync("insert into webhook_subscription_events (subscription_id, event) values (@id, @known)", new { id, known }, cancellationToken).ConfigureAwait(false);
    }

    /// <returns>False when somebody changed it in between.</returns>
    public async Task<bool> UpdateAsync(Session session, Subscription changed, CancellationToken cancellationToken) => await session.ExecuteAsync(
        """
        update webhook_subscriptions set name = @Name, host = @Host, address = @Address, secret = @Secret, previous_secret = @PreviousSecret, previous_until = @PreviousUntil,
            is_active = @IsActive, revision = revision + 1
        where id = @Id and revision = @Revision
        """,
        changed,
        cancellationToken).ConfigureAwait(false) == 1;

    /// <summary>With its messages.</summary>
    public async Task<bool> RemoveAsync(Session session, SubscriptionId id, CancellationToken cancellationToken) =>
        await session.ExecuteAsync("delete from webhook_subscriptions where id = @id", new { id }, cancellationToken).ConfigureAwait(false) == 1;
}
