using Daybook.Documents;
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

    /// <summary>What the report itself calls partial is never counted as whole, wherever in it the failure is.</summary>
    /// <param name="failedExports">Formats that could not be made.</param>
    public int CountFailedBlocks(int failedExports)
    {
        var failed = ReportData is { } data ? Reports.ReportData.Parse(data.Text).Blocks.Count(block => block.Status == SectionStatus.Failed) : 0;
        return failed == 0 && failedExports == 0 && Status == ReportState.CompletedWithErrors ? 1 : failed;
    }
}
