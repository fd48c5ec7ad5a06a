using Daybook.Hosting;
using Daybook.Storage;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Daybook.Sources;

public static class SourcesSetup
{
    public static IServiceCollection AddSources(this IServiceCollection services)
    {
        RegisterTypes();
        return services
            .AddOptionsOf<SourcesOptions, SourcesOptionsCheck>("Sources")
            .AddSingleton<SourceStore>().AddSingleton<SourceSecrets>().AddSingleton<ServerSources>().AddSingleton<ConfiguredSources>().AddSingleton<SourceTest>()
            .AddSingleton<SampleData>()
            .ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, SourcesJson.Default));
    }

    public static IEndpointRouteBuilder MapSources(this IEndpointRouteBuilder api)
    {
        SourceEndpoints.Map(api);
        return api;
    }

    /// <summary>Tells the databases how this slice's values stand in columns.</summary>
    internal static void RegisterTypes() => DapperTypes.Identity<SourceId>();
}
