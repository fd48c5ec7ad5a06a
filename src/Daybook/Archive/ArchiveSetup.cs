using Daybook.Hosting;
using Daybook.Storage;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Daybook.Archive;

public static class ArchiveSetup
{
    /// <summary>How long reports are kept.</summary>
    public static IServiceCollection AddArchive(this IServiceCollection services)
    {
        RegisterTypes();
        return services
            .AddOptionsOf<RetentionOptions, RetentionOptionsCheck>("Retention")
            .AddSingleton<RetentionStore>().AddSingleton<HoldStore>().AddSingleton<ContentCollector>().AddSingleton<Retention>().AddSingleton<Holds>()
            .AddHostedService<RetentionWorker>()
            .ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, ArchiveJson.Default));
    }

    public static IEndpointRouteBuilder MapArchive(this IEndpointRouteBuilder api)
    {
        ArchiveEndpoints.Map(api);
        return api;
    }

    /// <summary>Tells the databases how this slice's values stand in columns.</summary>
    internal static void RegisterTypes() => DapperTypes.Identity<HoldId>();
}
