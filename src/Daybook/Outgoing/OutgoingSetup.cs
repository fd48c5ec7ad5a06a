using Daybook.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Daybook.Outgoing;

public static class OutgoingSetup
{
    public static IServiceCollection AddOutgoing(this IServiceCollection services) => services
        .AddOptionsOf<OutgoingOptions, OutgoingOptionsCheck>("Outgoing")
        .AddSingleton<IValidateOptions<OutgoingOptions>, AllowedPrivateCheck>()
        .AddSingleton<OutgoingHosts>().AddSingleton<OutgoingHttp>();
}
