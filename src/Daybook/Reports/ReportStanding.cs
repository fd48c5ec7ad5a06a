using Daybook.Storage;

namespace Daybook.Reports;

/// <summary>How a report stands, for somebody who waits for it.</summary>
internal sealed record ReportStanding
{
    public required ReportId Id { get; init; }

    public required ReportState Status { get; init; }

    public string? ErrorCode { get; init; }

    public string? ErrorMessage { get; init; }

    /// <summary><see cref="Reports.ReportData"/>; null until the document is composed.</summary>
    public Json? ReportData { get; init; }

    public string? SnapshotSha256 { get; init; }

    public string? DocumentSha256 { get; init; }
}
