using Daybook.Delivery.Api;
using Daybook.Delivery.Bounces;
using Daybook.Delivery.Channels;
using Daybook.Delivery.Channels.Email;
using Daybook.Delivery.Messages;
using Daybook.Delivery.Passwords;
using Daybook.Delivery.Sending;
using Daybook.Hosting;
using Daybook.Storage;
using Microsoft.AspNetCore.Routing;
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
        services.AddSingleton(SettingsSection.Of<ChannelsOptions>(ChannelRegistry.Section)).AddOptions<ChannelsOptions>();
        return services
            .AddSingleton(EmailKind.Kind)
            .AddSingleton(provider => new ChannelRegistry(provider.GetRequiredService<IConfiguration>(), provider.GetServices<ChannelKind>(), provider))
            .AddChannels().AddBounces()
            .AddSingleton<IValidateOptions<ChannelsOptions>, ChannelsCheck>()
            .AddSingleton<IValidateOptions<DeliveryOptions>, MessageThemeCheck>().AddSingleton<MessageTheme>()
            .AddSingleton<RecipientRules>().AddSingleton<DistributionReader>().AddSingleton<PersonalMail>()
            .AddSingleton<FilePasswordReader>().AddSingleton<FilePasswordStore>().AddSingleton<FilePasswordCheck>().AddSingleton<FilePasswords>().AddSingleton<PasswordWords>().AddSingleton<ProtectedFiles>().AddSingleton<PasswordDeliveries>()
            .AddSingleton<DeliveryStore>().AddSingleton<DeliveryWorkStore>().AddSingleton<SuppressionStore>()
            .AddSingleton<DeliverySignals>().AddSingleton<DeliveryOrders>()
            .AddSingleton<DeliveryNews>().AddSingleton<DeliveryClaims>().AddSingleton<MessageLinks>().AddSingleton<SentReports>().AddSingleton<MessageSources>().AddSingleton<MessageFileReader>().AddSingleton<MessageContent>().AddSingleton<DeliverySending>()
            .AddSingleton<DeliveryRequests>().AddSingleton<DeliveryDecisions>()
            .AddHostedService<DeliveryWorker>()
            .ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, DeliveryJson.Default));
    }

    public static IEndpointRouteBuilder MapDelivery(this IEndpointRouteBuilder api)
    {
        ReportDeliveryEndpoints.Map(api);
        DeliveryEndpoints.Map(api);
        SuppressionEndpoints.Map(api);
        ChannelEndpoints.Map(api);
        FilePasswordEndpoints.Map(api);
        return api;
    }

    /// <summary>What is not below the API's address: the page that ends messages.</summary>
    public static void MapUnsubscribe(this IEndpointRouteBuilder routes) => UnsubscribePage.Map(routes);

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
