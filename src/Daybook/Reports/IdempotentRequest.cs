namespace Daybook.Reports;

/// <summary>A request that was sent under a key of its sender's.</summary>
internal sealed record IdempotentRequest
{
    public required string RequestSha256 { get; init; }

    public required ReportId ReportId { get; init; }
}
