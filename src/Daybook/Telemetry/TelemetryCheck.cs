using Daybook.Hosting;
using Microsoft.Extensions.Options;

namespace Daybook.Telemetry;

internal sealed class TelemetryCheck : IValidateOptions<TelemetryOptions>
{
    public ValidateOptionsResult Validate(string? name, TelemetryOptions options)
    {
        var wrong = options.MetricsAddresses.Where(address => !TrustedProxy.TryParse(address, out _))
            .Select(address => $"Telemetry:MetricsAddresses has '{address}', which is neither an address nor a network such as 10.0.0.0/8").ToList();
        if (options.OtlpEndpoint.Length > 0 && !(Uri.TryCreate(options.OtlpEndpoint, UriKind.Absolute, out var endpoint) && endpoint.Scheme is "http" or "https"))
            wrong.Add("Telemetry:OtlpEndpoint must be an address such as http://localhost:4318");
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }
}
