using Daybook.Accounts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Daybook.Hosting;

/// <summary>What routes say about themselves, to the server and to the API's description.</summary>
internal static class EndpointConventions
{
    /// <summary>Only callers of this role or a higher one.</summary>
    public static TBuilder For<TBuilder>(this TBuilder builder, Role role)
        where TBuilder : IEndpointConventionBuilder => builder.RequireAuthorization(role.Word);

    /// <summary>The refusals that callers should be ready for, beside those of every address. Who refuses a stale edit compares the version that <c>If-Match</c> names.</summary>
    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder builder, params ReadOnlySpan<ProblemType> types)
    {
        foreach (var status in types.ToArray().Select(type => type.Status).Distinct())
            builder.Produces<ProblemContract>(status, "application/problem+json");
        return types.Contains(ProblemType.StaleEdit) ? builder.WithMetadata(VersionComparison.Instance) : builder;
    }
}
