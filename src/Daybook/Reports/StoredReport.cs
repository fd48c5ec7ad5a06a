using System.Globalization;
using Daybook.Accounts;
using Daybook.Hosting;
using Daybook.Storage;
using Daybook.Templates;

namespace Daybook.Reports;

/// <summary>A report as the server keeps it.</summary>
internal sealed record StoredReport
{
    public required ReportId Id { get; init; }

    public required TemplateId TemplateId { get; init; }

    public required string TemplateName { get; init; }

    public int TemplateVersion { get; init; }

    /// <summary>The template as it was when the report was asked for.</summary>
    public Json TemplateSnapshot { get; init; }

    /// <summary>The business date.</summary>
    public DateOnly ReportDate { get; init; }

    public required string Zone { get; init; }

    public string? ShiftName { get; init; }

    public string? Operator { get; init; }

    public string? Classification { get; init; }

    public Json Parameters { get; init; }

    /// <summary>An array of format words.</summary>
    public Json ExportFormats { get; init; }

    /// <summary><see cref="ReportInputs"/>.</summary>
    public Json Inputs { get; init; }

    /// <summary><see cref="Reports.ReportData"/>; null until the document is composed.</summary>
    public Json? ReportData { get; init; }

    /// <summary><see cref="ReportManifest"/>; null until the report is made.</summary>
    public Json? Manifest { get; init; }

    /// <summary>Null until the data is collected.</summary>
    public string? SnapshotSha256 { get; init; }

    /// <summary>Null until the document is composed.</summary>
    public string? DocumentSha256 { get; init; }

    public DateTimeOffset GeneratedAt { get; init; }

    public UserId GeneratedBy { get; init; }

    public required string GeneratedByName { get; init; }

    public ReportId? RerunOf { get; init; }

    public required ReportState Status { get; init; }

    /// <summary>The stage that was begun last.</summary>
    public string? Stage { get; init; }

    public string? ErrorCode { get; init; }

    public string? ErrorMessage { get; init; }

    public int Attempt { get; init; }

    public bool CancelRequested { get; init; }

    /// <summary>Rises with every claim: who holds an older one may write no more.</summary>
    public long Fence { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    public int? ProcessingTimeMs { get; init; }

    /// <summary>Top-level blocks that are composed; null before composing.</summary>
    public int? BlocksDone { get; init; }

    public int? BlocksTotal { get; init; }

    /// <summary>The block that is composed now.</summary>
    public string? CurrentBlock { get; init; }

    /// <summary>When its content went under retention; null while it is kept.</summary>
    public DateTimeOffset? PrunedAt { get; init; }

    /// <exception cref="ProblemException">Its content went under retention.</exception>
    public void RequireKept()
    {
        if (PrunedAt is { } pruned)
            throw new ProblemException(ProblemType.NotPossibleNow, $"The content of the report went under retention on {pruned.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}; only its record is kept.");
    }
}
