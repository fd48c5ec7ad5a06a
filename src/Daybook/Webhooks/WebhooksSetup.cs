using Daybook.Hosting;
using Daybook.Storage;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Daybook.Webhooks;

public static class WebhooksSetup
{
    public static IServiceCollection AddWebhooks(this IServiceCollection services)
    {
        RegisterTypes();
        return services
            .AddOptionsOf<WebhooksOptions, WebhooksOptionsCheck>("Webhooks")
            .AddSingleton<SubscriptionStore>().AddSingleton<WebhookMessageStore>().AddSingleton<EventOutbox>().AddSingleton<WebhookSignals>()
            .AddSingleton<MessageSending>().AddSingleton<Subscriptions>()
            .AddHostedService<WebhookWorker>()
            .ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, WebhooksJson.Default));
    }

    public static IEndpointRouteBuilder MapWebhooks(this IEndpointRouteBuilder api)
    {
        WebhookEndpoints.Map(api);
        return api;
    }

    /// <summary>Tells the databases how this slice's values stand in columns.</summary>
    internal static void RegisterTypes()
    {
        DapperTypes.Identity<SubscriptionId>();
        DapperTypes.Identity<WebhookMessageId>();
        DapperTypes.Word<WebhookEvent>();
        DapperTypes.Word<MessageState>();
    }
}
