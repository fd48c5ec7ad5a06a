using System.ComponentModel.DataAnnotations;

namespace Daybook.Telemetry;

/// <summary>What monitoring tools are told.</summary>
internal sealed class TelemetryOptions
{
    /// <summary>Where traces and metrics are sent (OTLP), such as <c>http://localhost:4318</c>; empty sends nothing.</summary>
    public string OtlpEndpoint { get; set; } = "";

    /// <summary>How: <c>http</c> (protobuf over HTTP) or <c>grpc</c>.</summary>
    [RegularExpression("^(http|grpc)$")]
    public string OtlpProtocol { get; set; } = "http";

    /// <summary>Headers that are sent along, such as <c>Authorization=Bearer …</c>, separated by commas.</summary>
    public string OtlpHeaders { get; set; } = "";

    /// <summary>Share of traces that are kept.</summary>
    [Range(0.0, 1.0)]
    public double SampleRatio { get; set; } = 1;

    /// <summary>Addresses or networks that may read <c>/metrics</c> without a token.</summary>
    public IList<string> MetricsAddresses { get; } = [];
}
