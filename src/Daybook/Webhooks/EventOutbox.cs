using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using Daybook.Delivery.Channels;
using Daybook.Storage;

namespace Daybook.Webhooks;

/// <summary>Writes events down for whoever subscribed, in the transaction of what happened: there is never one without the other.</summary>
internal sealed class EventOutbox(WebhookMessageStore messages, WebhookSignals signals)
{
    public const int Version = 1;

    /// <summary>Whether anybody subscribed; spares the work where many things happen at once.</summary>
    public Task<bool> IsHeardAsync(Session session, WebhookEvent happened, CancellationToken cancellationToken) => messages.HasSubscribersAsync(session, happened, cancellationToken);

    /// <param name="data">What happened, in fields that never change their meaning.</param>
    public async Task AddAsync(Session session, WebhookEvent happened, JsonObject data, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // Most often nobody subscribed: then nobody is woken.
        if (await messages.AddAsync(session, happened, Body(happened, data, now), now, cancellationToken).ConfigureAwait(false) > 0)
            session.AfterEnd(signals.Changed);
    }

    /// <summary>The same of several, which ends the transaction.</summary>
    public async Task AddAndCommitAsync(Session session, ImmutableArray<(WebhookEvent Happened, JsonObject Data)> events, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await messages.AddAndCommitAsync(session, [.. events.Select(one => (one.Happened, Body(one.Happened, one.Data, now)))], now, cancellationToken).ConfigureAwait(false) > 0)
            session.AfterEnd(signals.Changed);
    }

    /// <returns>The body of a message, byte for byte.</returns>
    public static string Body(WebhookEvent happened, JsonObject data, DateTimeOffset now) => Encoding.UTF8.GetString(ChannelJson.Of(new JsonObject
    {
        ["version"] = Version,
        ["event"] = happened.Word,
        ["occurred_at"] = now.UtcDateTime.ToString(DapperTypes.InstantFormat, System.Globalization.CultureInfo.InvariantCulture),
        ["data"] = data,
    }));
}
