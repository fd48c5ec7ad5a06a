using Daybook.Outgoing;

namespace Daybook.Delivery.Channels.Slack;

/// <summary>The two ways into a workspace.</summary>
internal static class SlackChannels
{
    public const string Kind = "slack";

    public static IDeliveryChannel? Make(ChannelSettings settings)
    {
        if (settings.Read(new SlackOptionsCheck()) is not { } options)
            return null;
        var (http, clock) = (settings.Service<OutgoingHttp>(), settings.Service<TimeProvider>());
        var token = settings.Secret(nameof(options.BotToken), options.BotToken);
        if (options.BotToken.Length > 0 == options.Webhooks.Count > 0)
            settings.Refuse(nameof(options.BotToken), options.Webhooks.Count > 0 ? "and Webhooks are both set; a channel has one of them" : "is needed, or Webhooks");
        if (options.Webhooks.Count > 0)
            return new SlackWebhookChannel(settings.Name, WebhookAddresses.Read(settings, options.Webhooks, http), options, http, clock);
        var address = new Uri(options.ApiAddress.TrimEnd('/') + "/");
        if (http.Refusal(address) is { } refusal)
            settings.Refuse(nameof(options.ApiAddress), refusal);
        return new SlackBotChannel(settings.Name, new SlackApi(http, address, token, TimeSpan.FromSeconds(options.TimeoutSeconds), clock), options);
    }
}
