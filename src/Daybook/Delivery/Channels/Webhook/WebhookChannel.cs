using System.Collections.Immutable;
using Daybook.Outgoing;

namespace Daybook.Delivery.Channels.Webhook;

/// <summary>Posts reports as signed JSON. A receiver that keeps <c>Idempotency-Key</c> takes each only once, however often it is sent.</summary>
internal sealed class WebhookChannel(string name, WebhookAddresses addresses, ImmutableArray<WebhookSecret> secrets, WebhookOptions options, OutgoingHttp http, TimeProvider clock) : IDeliveryChannel
{
    public const string Kind = "webhook";

    private readonly WebhookSender _sender = new(http, clock);

    public string Name => name;

    public ChannelTraits Traits { get; } = new(Kind, options.MaximumBytes, DeliveryGuarantee.AtLeastOnce, ReachesPeople: false) { IsOneSide = false };

    public static IDeliveryChannel? Make(ChannelSettings settings)
    {
        var options = settings.Read(new WebhookOptionsCheck());
        var http = settings.Service<OutgoingHttp>();
        var addresses = WebhookAddresses.Read(settings, options.Webhooks, http);
        if (options.Webhooks.Count == 0)
            settings.Refuse(nameof(options.Webhooks), "names no address");
        var secrets = ImmutableArray.CreateBuilder<WebhookSecret>();
        foreach (var (setting, value) in new[] { (nameof(options.Secret), options.Secret), (nameof(options.PreviousSecret), options.PreviousSecret) })
        {
            if (settings.Secret(setting, value) is not { Length: > 0 } text)
                continue;
            if (WebhookSecret.Parse(text) is { } secret)
                secrets.Add(secret);
            else
                settings.Refuse(setting, "must be whsec_ and 24 to 64 bytes in base64; “openssl rand -base64 32” makes such bytes");
        }

        return settings.HasProblems ? null : new WebhookChannel(settings.Name, addresses, secrets.ToImmutable(), options, http, settings.Service<TimeProvider>());
    }

    public string? Refuse(string recipient) => addresses.Refuse(recipient);

    public Task<DeliveryOutcome> SendAsync(DeliveryMessage message, Func<CancellationToken, Task> commit, CancellationToken cancellationToken) => _sender.SendAsync(
        addresses[message.Recipient], message.Key, ChannelJson.Of(WebhookBody.Of(message)), secrets, TimeSpan.FromSeconds(options.TimeoutSeconds), commit, cancellationToken);

    public Task<DeliveryOutcome> TestAsync(CancellationToken cancellationToken) => addresses.TestAsync(http, cancellationToken);
}
