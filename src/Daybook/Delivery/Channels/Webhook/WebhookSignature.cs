using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Daybook.Delivery.Channels.Webhook;

/// <summary>The headers by which a receiver knows who sent a message, that it is fresh, and whether it came before.</summary>
internal static class WebhookSignature
{
    /// <param name="id">The same for each try of one message.</param>
    /// <param name="secrets">Each signs; a receiver takes a message that one of its secrets signed.</param>
    public static ImmutableArray<KeyValuePair<string, string>> Headers(string id, DateTimeOffset now, ReadOnlySpan<byte> body, ImmutableArray<WebhookSecret> secrets)
    {
        var timestamp = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{id}.{timestamp}."), .. body];
        return
        [
            new("webhook-id", id),
            new("webhook-timestamp", timestamp),
            new("webhook-signature", string.Join(' ', secrets.Select(secret => secret.Sign(signed)))),
            new("Idempotency-Key", id),
        ];
    }
}
