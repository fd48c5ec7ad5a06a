using System.Collections.Immutable;
using System.Data.Common;
using System.Text.Json;
using System.Text.Json.Nodes;
using Daybook.Accounts;
using Daybook.Audit;
using Daybook.Delivery.Channels;
using Daybook.Delivery.Channels.Webhook;
using Daybook.Hosting;
using Daybook.Outgoing;
using Daybook.Storage;
using Microsoft.Extensions.Options;

namespace Daybook.Webhooks;

/// <summary>Looks after subscriptions: checks, seals and writes them down.</summary>
internal sealed class Subscriptions(
    Database database, SubscriptionStore store, SealedSecrets secrets, AuditLog audit, OutgoingHttp http, MessageSending sending, IOptions<WebhooksOptions> options, TimeProvider clock)
{
    private const int LongestAddress = 2_000;

    /// <returns>The new subscription and its secret, which is not shown again.</returns>
    /// <exception cref="ProblemException">The request has mistakes, or the name is taken.</exception>
    public async Task<(Subscription Subscription, string Secret)> AddAsync(Caller caller, NewWebhookRequest request, CancellationToken cancellationToken)
    {
        var check = new RequestCheck();
        var name = check.Line(request.Name, "name", 255);
        var address = Address(check, check.Text(request.Url, "url", LongestAddress));
        var events = Events(check, request.Events ?? []);
        check.ThrowIfRefused();
        var secret = WebhookSecret.New();
        var (sealedAddress, sealedSecret) = (await SealAsync(Subscription.AddressPurpose, address!.AbsoluteUri, cancellationToken).ConfigureAwait(false), await SealAsync(Subscription.SecretPurpose, secret, cancellationToken).ConfigureAwait(false));
        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        var id = await OnceAsync(name, () => store.AddAsync(session, name, address.Host, sealedAddress, sealedSecret, caller.Username, clock.Now(), cancellationToken)).ConfigureAwait(false);
        await store.SetEventsAsync(session, id, events, cancellationToken).ConfigureAwait(false);
        var added = await FindAsync(session, id, cancellationToken).ConfigureAwait(false);
        if (request.IsActive == false)
            await store.UpdateAsync(session, added with { IsActive = false }, cancellationToken).ConfigureAwait(false);
        added = await EndAsync(session, caller, "webhook.created", id, null, cancellationToken).ConfigureAwait(false);
        return (added, secret);
    }

    /// <exception cref="ProblemException">The request has mistakes, there is no such subscription, or somebody changed it in between.</exception>
    public async Task<Subscription> UpdateAsync(Caller caller, SubscriptionId id, WebhookChange change, int? expected, CancellationToken cancellationToken)
    {
        var check = new RequestCheck();
        var name = change.Name is null ? null : check.Line(change.Name, "name", 255);
        var address = change.Url is null ? null : Address(check, check.Text(change.Url, "url", LongestAddress));
        var events = change.Events is { } asked ? Events(check, asked) : (ImmutableArray<WebhookEvent>?)null;
        check.ThrowIfRefused();
        var sealedAddress = address is null ? null : await SealAsync(Subscription.AddressPurpose, address.AbsoluteUri, cancellationToken).ConfigureAwait(false);
        return await ChangeAsync(caller, id, "webhook.updated", expected, old => old with
        {
            Name = name ?? old.Name,
            Host = address?.Host ?? old.Host,
            Address = sealedAddress ?? old.Address,
            IsActive = change.IsActive ?? old.IsActive,
        }, events, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A new secret; the one before signs as well for a while, so that receivers can change in their own time.</summary>
    public async Task<(Subscription Subscription, string Secret)> RotateAsync(Caller caller, SubscriptionId id, CancellationToken cancellationToken)
    {
        var secret = WebhookSecret.New();
        var sealedSecret = await SealAsync(Subscription.SecretPurpose, secret, cancellationToken).ConfigureAwait(false);
        var changed = await ChangeAsync(caller, id, "webhook.secret_changed", null, old => old with
        {
            Secret = sealedSecret,
            PreviousSecret = old.Secret,
            PreviousUntil = clock.Now().AddHours(options.Value.RotationHours),
        }, null, cancellationToken).ConfigureAwait(false);
        return (changed, secret);
    }

    /// <param name="expected">The revision that the caller has seen; null takes any.</param>
    /// <exception cref="ProblemException">There is no such subscription, or somebody changed it in between.</exception>
    public async Task RemoveAsync(Caller caller, SubscriptionId id, int? expected, CancellationToken cancellationToken)
    {
        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        var subscription = await FindAsync(session, id, cancellationToken).ConfigureAwait(false);
        EntityTag.Require(subscription.Revision, expected, "The webhook");
        var before = await StateAsync(session, subscription, cancellationToken).ConfigureAwait(false);
        await store.RemoveAsync(session, id, cancellationToken).ConfigureAwait(false);
        await audit.AppendAsync(session, caller, "webhook.removed", id.ToString(), before, null, cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sends a message that says it is a test, at once and once.</summary>
    public async Task<DeliveryOutcome> TestAsync(Caller caller, SubscriptionId id, CancellationToken cancellationToken)
    {
        Subscription subscription;
        await using (var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false))
        {
            subscription = await FindAsync(session, id, cancellationToken).ConfigureAwait(false);
            await audit.AppendAsync(session, caller, "webhook.tested", id.ToString(), null, null, cancellationToken).ConfigureAwait(false);
            await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        }

        var body = EventOutbox.Body(WebhookEvent.Test, new JsonObject { ["subscription_id"] = id.Value, ["name"] = subscription.Name }, clock.Now());
        return await sending.SendAsync(subscription, "test_" + Secret.New(), body, cancellationToken).ConfigureAwait(false);
    }

    private async Task<Subscription> ChangeAsync(
        Caller caller, SubscriptionId id, string action, int? expected, Func<Subscription, Subscription> change, ImmutableArray<WebhookEvent>? events, CancellationToken cancellationToken)
    {
        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        var old = await FindAsync(session, id, cancellationToken).ConfigureAwait(false);
        var before = await StateAsync(session, old, cancellationToken).ConfigureAwait(false);
        var changed = change(old);
        if ((expected ?? old.Revision) != old.Revision || !await OnceAsync(changed.Name, () => store.UpdateAsync(session, changed, cancellationToken)).ConfigureAwait(false))
            throw new ProblemException(ProblemType.StaleEdit, "Somebody changed it in between; read it again.");
        if (events is { } asked)
            await store.SetEventsAsync(session, id, asked, cancellationToken).ConfigureAwait(false);
        return await EndAsync(session, caller, action, id, before, cancellationToken).ConfigureAwait(false);
    }

    private async Task<Subscription> EndAsync(Session session, Caller caller, string action, SubscriptionId id, Json? before, CancellationToken cancellationToken)
    {
        var now = await FindAsync(session, id, cancellationToken).ConfigureAwait(false);
        await audit.AppendAsync(session, caller, action, id.ToString(), before, await StateAsync(session, now, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        return now;
    }

    private async Task<Subscription> FindAsync(Session session, SubscriptionId id, CancellationToken cancellationToken) =>
        await store.FindAsync(session, id, cancellationToken).ConfigureAwait(false) ?? throw ProblemException.NotFound("Webhook");

    private async Task<Json> StateAsync(Session session, Subscription subscription, CancellationToken cancellationToken) => new(JsonSerializer.Serialize(
        WebhookContract.Of(subscription, await store.EventsAsync(session, subscription.Id, cancellationToken).ConfigureAwait(false)), WebhooksJson.Default.WebhookContract));

    private Task<byte[]> SealAsync(string purpose, string secret, CancellationToken cancellationToken) => secrets.SealAsync(purpose, secret, cancellationToken);

    private async Task<T> OnceAsync<T>(string name, Func<Task<T>> write)
    {
        try
        {
            return await write().ConfigureAwait(false);
        }
        catch (DbException taken) when (database.IsUniqueViolation(taken))
        {
            throw new ProblemException(ProblemType.AlreadyExists, $"There is a webhook named {name} already.");
        }
    }

    private Uri? Address(RequestCheck check, string text)
    {
        if (text.Length == 0)
            return null;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address))
            check.Refuse("url", "is no address such as https://hooks.example.com/daybook");
        else if (http.Refusal(address) is { } refusal)
            check.Refuse("url", refusal);
        return address;
    }

    private static ImmutableArray<WebhookEvent> Events(RequestCheck check, ImmutableArray<string> words)
    {
        check.Refuse(words.IsDefaultOrEmpty, "events", "is needed", "missing");
        foreach (var word in words.IsDefault ? [] : words.Where(word => WebhookEvent.All.All(known => known.Word != word)))
            check.Refuse("events", $"has “{ForeignText.Cut(word ?? "null", 50)}”; there are {string.Join(", ", WebhookEvent.All)}", "unknown_event");
        return [.. WebhookEvent.All.Where(known => !words.IsDefault && words.Contains(known.Word))];
    }
}
