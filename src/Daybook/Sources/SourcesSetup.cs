using Daybook.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Daybook.Sources;

public static class SourcesSetup
{
    public static IServiceCollection AddSources(this IServiceCollection services) => services
        .AddOptionsOf<SourcesOptions, SourcesOptionsCheck>("Sources")
        .AddSingleton<ServerSources>()
        .AddSingleton<SampleData>();
}
