using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Daybook.Audit;

public static class AuditSetup
{
    public static IServiceCollection AddAudit(this IServiceCollection services) => services
        .AddSingleton<AuditStore>()
        .AddSingleton<AuditLog>()
        .ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, AuditJson.Default));

    public static IEndpointRouteBuilder MapAudit(this IEndpointRouteBuilder api)
    {
        AuditEndpoints.Map(api);
        return api;
    }
}
