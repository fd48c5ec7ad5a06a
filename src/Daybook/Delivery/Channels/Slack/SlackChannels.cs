using Daybook.Outgoing;

namespace Daybook.Delivery.Channels.Slack;

/// <summary>The two ways into a workspace.</summary>
internal static class SlackChannels
{
    public const string Kind = "slack";

    public static IDeliveryChannel? Make(ChannelSettings settings)
    {
        var options = settings.Read(new SlackOptionsCheck());
        var (http, clock) = (settings.Service<OutgoingHttp>(), settings.Service<TimeProvider>());
        var token = settings.Secret(nameof(options.BotToken), options.BotToken);
        if (options.BotToken.Length > 0 == options.Webhooks.Count > 0)
            settings.Refuse(nameof(options.BotToken), options.Webhooks.Count > 0 ? "and Webhooks are both set; a channel has one of them" : "is needed, or Webhooks");
        var webhooks = WebhookAddresses.Read(settings, options.Webhooks, http);
        var isAddress = Uri.TryCreate(options.ApiAddress.TrimEnd('/') + "/", UriKind.Absolute, out var address);
        if (isAddress && http.Refusal(address!) is { } refusal)
            settings.Refuse(nameof(options.ApiAddress), refusal);
        return settings.HasProblems || !isAddress ? null
            : options.Webhooks.Count > 0 ? new SlackWebhookChannel(settings.Name, webhooks, options, http, clock)
            : new SlackBotChannel(settings.Name, new SlackApi(http, address!, token, TimeSpan.FromSeconds(options.TimeoutSeconds), clock), options);
    }
}
