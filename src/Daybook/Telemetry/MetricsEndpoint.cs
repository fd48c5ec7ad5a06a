using Daybook.Accounts;
using Daybook.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Daybook.Telemetry;

internal static class MetricsEndpoint
{
    public const string Path = "/metrics";

    /// <summary>Operators by their token, and whoever asks from an address that the settings name.</summary>
    public const string Policy = "metrics";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Path, ReadAsync).RequireAuthorization(Policy).WithTags("Health")
        .WithSummary("Figures for Prometheus, in its text format; for operators, and for addresses that Telemetry:MetricsAddresses names")
        .Produces<string>(contentType: "text/plain").Refuses(ProblemType.NotPermitted);

    public static bool IsOpenTo(HttpContext context, TelemetryOptions options) =>
        context.User.Identity is CallerIdentity { Caller: var caller } && caller.Role.Includes(Role.Operator)
        || context.Connection.RemoteIpAddress is { } address
        && options.MetricsAddresses.Any(allowed => TrustedProxy.TryParse(allowed, out var network) && network.Contains(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address));

    private static async Task<ContentHttpResult> ReadAsync(ServerMetrics metrics, CancellationToken cancellationToken) =>
        TypedResults.Text(await metrics.WriteAsync(cancellationToken).ConfigureAwait(false), PrometheusText.MediaType);
}
