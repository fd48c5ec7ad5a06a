using Daybook.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Daybook.Telemetry;

public static class TelemetrySetup
{
    internal const string Section = "Telemetry";

    /// <summary>Metrics to be read; traces and metrics to be sent only where the settings say to whom.</summary>
    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptionsOf<TelemetryOptions, TelemetryOptionsCheck>(Section).AddSingleton<IValidateOptions<TelemetryOptions>, TelemetryCheck>();
        services.AddSingleton<MeterTotals>().AddSingleton<ServerMetrics>();
        services.AddAuthorizationBuilder().AddPolicy(MetricsEndpoint.Policy, policy => policy.RequireAssertion(context =>
            context.Resource is HttpContext http && MetricsEndpoint.IsOpenTo(http, http.RequestServices.GetRequiredService<IOptions<TelemetryOptions>>().Value)));
        var options = configuration.GetSection(Section).Get<TelemetryOptions>() ?? new TelemetryOptions();
        return options.OtlpEndpoint.Length > 0 && Uri.IsWellFormedUriString(options.OtlpEndpoint, UriKind.Absolute) ? Send(services, options) : services;
    }

    public static IEndpointRouteBuilder MapTelemetry(this IEndpointRouteBuilder routes)
    {
        MetricsEndpoint.Map(routes);
        // It measures from now on, not from the first question on.
        routes.ServiceProvider.GetRequiredService<MeterTotals>();
        return routes;
    }

    private static IServiceCollection Send(IServiceCollection services, TelemetryOptions options)
    {
        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("daybook", serviceVersion: ProgramVersion.Text, serviceInstanceId: $"{Environment.MachineName}:{Environment.ProcessId}"))
            .WithTracing(tracing => tracing
                .SetSampler(new ParentBasedSampler(new TraceIdRatioBasedSampler(options.SampleRatio)))
                .AddSource(Road.Name)
                .AddAspNetCoreInstrumentation(requests => requests.Filter = context => !context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal))
                .AddOtlpExporter(exporter => Set(exporter, options, "v1/traces")))
            .WithMetrics(metrics => metrics
                .AddMeter(Road.Name)
                .AddAspNetCoreInstrumentation().AddRuntimeInstrumentation()
                .AddOtlpExporter(exporter => Set(exporter, options, "v1/metrics")));
        return services;
    }

    private static void Set(OtlpExporterOptions exporter, TelemetryOptions options, string path)
    {
        var isHttp = options.OtlpProtocol == "http";
        exporter.Protocol = isHttp ? OtlpExportProtocol.HttpProtobuf : OtlpExportProtocol.Grpc;
        exporter.Endpoint = isHttp ? new Uri(options.OtlpEndpoint.TrimEnd('/') + "/" + path) : new Uri(options.OtlpEndpoint);
        exporter.Headers = options.OtlpHeaders.Length > 0 ? options.OtlpHeaders : null;
    }
}
