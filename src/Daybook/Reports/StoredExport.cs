using Daybook.Storage;

namespace Daybook.Reports;

/// <summary>A report in one format with one set of options, or why there is none.</summary>
internal sealed record StoredExport
{
    public required ExportId Id { get; init; }

    public required ReportId ReportId { get; init; }

    public required string Format { get; init; }

    public Json ExportOptions { get; init; }

    /// <summary>Null where the export failed.</summary>
    public string? Sha256 { get; init; }

    public string? FileName { get; init; }

    public long? FileSizeBytes { get; init; }

    public string? MediaType { get; init; }

    public string? ErrorCode { get; init; }

    public string? ErrorMessage { get; init; }

    public DateTimeOffset ExportedAt { get; init; }

    public int DownloadCount { get; init; }

    public DateTimeOffset? LastDownloadedAt { get; init; }

    /// <summary>Part of what links are signed over: links of older versions are good no more.</summary>
    public int LinkVersion { get; init; }
}
