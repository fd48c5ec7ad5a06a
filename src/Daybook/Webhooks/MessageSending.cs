using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Daybook.Accounts;
using Daybook.Delivery;
using Daybook.Delivery.Channels;
using Daybook.Delivery.Channels.Webhook;
using Daybook.Outgoing;
using Daybook.Storage;
using Microsoft.Extensions.Options;

namespace Daybook.Webhooks;

/// <summary>Sends one message to its subscriber, and says what follows.</summary>
internal sealed class MessageSending(SubscriptionStore subscriptions, SealedSecrets secrets, OutgoingHttp http, Database database, IOptions<WebhooksOptions> options, TimeProvider clock)
{
    private const string Unreadable = "secret_unreadable";

    private readonly WebhookSender _sender = new(http, clock);

    /// <returns>How the try came out; a subscriber that is gone or switched off is refused.</returns>
    public async Task<DeliveryOutcome> TryAsync(WebhookMessage message, CancellationToken cancellationToken)
    {
        Subscription? subscription;
        await using (var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false))
            subscription = await subscriptions.FindAsync(session, message.SubscriptionId, cancellationToken).ConfigureAwait(false);
        return subscription is { IsActive: true } || (subscription is not null && message.Event == WebhookEvent.Test)
            ? await SendAsync(subscription, message.Id.ToString(), message.Payload, cancellationToken).ConfigureAwait(false)
            : new DeliveryOutcome.Refused("switched_off", "The subscription is switched off.");
    }

    /// <summary>What follows from a try: the state, and when it is tried again.</summary>
    public (MessageState State, string? Code, string Sentence, DateTimeOffset Next) Verdict(WebhookMessage message, DeliveryOutcome outcome)
    {
        var now = clock.Now();
        return outcome switch
        {
            DeliveryOutcome.Accepted accepted => (MessageState.Accepted, null, accepted.Sentence, now),
            DeliveryOutcome.Refused refused => (MessageState.Failed, refused.Code, refused.Sentence, now),
            DeliveryOutcome.Deferred deferred => Again(deferred.Code, deferred.Sentence, deferred.SentenceBeforeNext, deferred.RetryAfter?.ToTimeSpan()),
            DeliveryOutcome.Unknown unknown => Again(unknown.Code, unknown.Sentence, unknown.Sentence, null),
            _ => throw new InvalidOperationException($"{outcome.GetType().Name} is no outcome"),
        };

        (MessageState, string?, string, DateTimeOffset) Again(string code, string last, string sentence, TimeSpan? asked) => message.Attempt >= options.Value.Attempts
            ? (MessageState.Failed, code, string.Create(CultureInfo.InvariantCulture, $"{last} It was tried {message.Attempt} times and is given up."), now)
            : (MessageState.Planned, code, sentence, now + RetryPause.After(message.Attempt - 1, asked));
    }

    public async Task<DeliveryOutcome> SendAsync(Subscription subscription, string id, string payload, CancellationToken cancellationToken)
    {
        try
        {
            var address = await secrets.OpenAsync(Subscription.AddressPurpose, subscription.Address, cancellationToken).ConfigureAwait(false);
            var keys = ImmutableArray.CreateBuilder<WebhookSecret>();
            keys.Add(WebhookSecret.Parse(await secrets.OpenAsync(Subscription.SecretPurpose, subscription.Secret, cancellationToken).ConfigureAwait(false))!);
            if (subscription.PreviousSecret is { } previous && subscription.PreviousUntil > clock.GetUtcNow())
                keys.Add(WebhookSecret.Parse(await secrets.OpenAsync(Subscription.SecretPurpose, previous, cancellationToken).ConfigureAwait(false))!);
            return await _sender.SendAsync(
                new Uri(address), id, Encoding.UTF8.GetBytes(payload), keys.ToImmutable(), TimeSpan.FromSeconds(options.Value.TimeoutSeconds), null, cancellationToken).ConfigureAwait(false);
        }
        catch (CryptographicException)
        {
            return new DeliveryOutcome.Refused(Unreadable, "The address or the secret cannot be read: they were sealed with another server's key. Set the address again and change the secret.");
        }
    }
}
