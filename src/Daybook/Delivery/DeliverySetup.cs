using Daybook.Delivery.Channels;
using Daybook.Delivery.Channels.Email;
using Daybook.Delivery.Sending;
using Daybook.Hosting;
using Daybook.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Daybook.Delivery;

public static class DeliverySetup
{
    public static IServiceCollection AddDelivery(this IServiceCollection services)
    {
        RegisterTypes();
        services.AddOptionsOf<DeliveryOptions, DeliveryOptionsCheck>("Delivery");
        services.AddOptions<ChannelsOptions>().ValidateOnStart();
        return services
            .AddSingleton(EmailKind.Kind)
            .AddSingleton(provider => new ChannelRegistry(provider.GetRequiredService<IConfiguration>(), provider.GetServices<ChannelKind>(), provider))
            .AddChannels()
            .AddSingleton<IValidateOptions<ChannelsOptions>, ChannelsCheck>()
            .AddSingleton<RecipientRules>().AddSingleton<DistributionReader>()
            .AddSingleton<DeliveryStore>().AddSingleton<DeliveryWorkStore>().AddSingleton<SuppressionStore>()
            .AddSingleton<DeliverySignals>().AddSingleton<DeliveryOrders>()
            .AddSingleton<DeliveryClaims>().AddSingleton<MessageLinks>().AddSingleton<MessageContent>().AddSingleton<DeliverySending>()
            .AddHostedService<DeliveryWorker>();
    }

    /// <summary>Tells the databases how this slice's values stand in columns.</summary>
    internal static void RegisterTypes()
    {
        DapperTypes.Identity<DeliveryId>();
        DapperTypes.Identity<DistributionId>();
        DapperTypes.Identity<SuppressionId>();
        DapperTypes.Identity<ForeignId>();
        DapperTypes.Word<DeliveryState>();
        DapperTypes.Word<DeliveryGuarantee>();
    }
}
