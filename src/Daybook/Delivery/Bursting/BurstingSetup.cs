using Daybook.Storage;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Daybook.Delivery.Bursting;

public static class BurstingSetup
{
    public static IServiceCollection AddBursting(this IServiceCollection services)
    {
        RegisterTypes();
        return services
            .AddSingleton<BurstStore>().AddSingleton<BurstCheck>().AddSingleton<BurstOrders>().AddSingleton<BurstParts>().AddSingleton<BurstDividing>().AddSingleton<BurstRetries>().AddSingleton<PartRecipients>().AddSingleton<BurstAlarms>().AddSingleton<BurstEnds>().AddSingleton<BurstDistribution>().AddSingleton<BurstSignals>()
            .AddHostedService<BurstWorker>()
            .ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, BurstJson.Default));
    }

    public static IEndpointRouteBuilder MapBursting(this IEndpointRouteBuilder api)
    {
        BurstEndpoints.Map(api);
        return api;
    }

    /// <summary>Tells the databases how this slice's values stand in columns.</summary>
    internal static void RegisterTypes()
    {
        DapperTypes.Identity<BurstId>();
        DapperTypes.Word<BurstState>();
        DapperTypes.Word<BurstPartState>();
    }
}
