using System.Collections.Immutable;
using System.Text.Json;
using Daybook.Composition;

namespace Daybook.Reports;

/// <param name="TemplateId">Null takes the default template.</param>
/// <param name="ReportDate">The business date; null takes the present one.</param>
/// <param name="ExportFormats">Null takes those of the template, or Markdown.</param>
/// <param name="ExportOptions">Format word to its options.</param>
/// <param name="Timezone">IANA zone of the business day; null takes the server's.</param>
/// <param name="Close">When the business day ends, as <c>HH:mm</c>; null takes the server's.</param>
/// <param name="Kind">Which default is meant where no template is named: the first tag of a template is its kind. Null takes the newest default of any kind.</param>
internal sealed record GenerateRequest(
    string? TemplateId,
    DateOnly? ReportDate = null,
    JsonElement? Parameters = null,
    ImmutableArray<string>? ExportFormats = null,
    JsonElement? ExportOptions = null,
    string? Timezone = null,
    string? Close = null,
    string? ShiftName = null,
    string? Operator = null,
    string? Classification = null,
    string? Kind = null,
    string? Locale = null);

internal sealed record GeneratedContract(Guid ReportId, string Message, ImmutableArray<string> ExportFormats);

/// <param name="Progress">Stages that are over, of three.</param>
/// <param name="BlocksDone">Top-level blocks that are composed; null before composing.</param>
/// <param name="CurrentBlock">Id of the block that is composed now.</param>
internal sealed record ReportStatusContract(
    Guid Id, string Status, string? Stage, int Progress, int? BlocksDone, int? BlocksTotal, string? CurrentBlock, int Attempt, bool CancelRequested, string? ErrorCode, string? ErrorMessage, DateTimeOffset? StartedAt, DateTimeOffset? FinishedAt)
{
    private const int Stages = 3;

    /// <param name="blocks">What this node knows better than the database; null for nothing.</param>
    public static ReportStatusContract Of(StoredReport report, BlockProgress? blocks) => new(
        report.Id.Value,
        report.Status.Word,
        report.Stage,
        report.Status.IsMade ? Stages : report.DocumentSha256 is not null ? 2 : report.SnapshotSha256 is not null ? 1 : 0,
        report.DocumentSha256 is null ? blocks?.Done ?? report.BlocksDone : report.BlocksDone,
        report.DocumentSha256 is null ? blocks?.Total ?? report.BlocksTotal : report.BlocksTotal,
        report.DocumentSha256 is null ? blocks is null ? report.CurrentBlock : blocks.Current : null,
        report.Attempt,
        report.CancelRequested,
        report.ErrorCode,
        report.ErrorMessage,
        report.StartedAt,
        report.FinishedAt);
}

/// <param name="Format">A format word.</param>
/// <param name="Sha256">Of the file; null where the export failed.</param>
internal sealed record ExportContract(
    Guid Id,
    string Format,
    JsonElement Options,
    string? FileName,
    long? SizeBytes,
    string? Sha256,
    string? ErrorCode,
    string? ErrorMessage,
    DateTimeOffset ExportedAt,
    int DownloadCount,
    DateTimeOffset? LastDownloadedAt)
{
    public static ExportContract Of(StoredExport export) => new(
        export.Id.Value,
        export.Format,
        JsonElement.Parse(export.ExportOptions.Text),
        export.FileName,
        export.FileSizeBytes,
        export.Sha256,
        export.ErrorCode,
        export.ErrorMessage,
        export.ExportedAt,
        export.DownloadCount,
        export.LastDownloadedAt);
}

/// <param name="PrunedAt">When its content went under retention; null while it is kept.</param>
/// <param name="TemplateSnapshot">The template as it was when the report was made, for those who may read the template; lists leave it out, and it goes with the content.</param>
/// <param name="ReportData">How the blocks came out; lists leave it out.</param>
/// <param name="Manifest">Hashes of what is kept; lists leave it out.</param>
/// <param name="Exports">Lists leave them out.</param>
internal sealed record ReportContract(
    Guid Id,
    Guid TemplateId,
    string TemplateName,
    int TemplateVersion,
    DateOnly ReportDate,
    string Timezone,
    string? ShiftName,
    string? Operator,
    string? Classification,
    JsonElement Parameters,
    JsonElement ExportFormats,
    string Status,
    string? Stage,
    string? ErrorCode,
    string? ErrorMessage,
    DateTimeOffset GeneratedAt,
    string GeneratedBy,
    Guid? RerunOf,
    DateTimeOffset? FinishedAt,
    int? ProcessingTimeMs,
    DateTimeOffset? PrunedAt,
    JsonElement? TemplateSnapshot,
    JsonElement? ReportData,
    JsonElement? Manifest,
    ImmutableArray<ExportContract>? Exports)
{
    public static ReportContract Of(StoredReport report, ImmutableArray<StoredExport>? exports, bool showsTemplate) => new(
        report.Id.Value,
        report.TemplateId.Value,
        report.TemplateName,
        report.TemplateVersion,
        report.ReportDate,
        report.Zone,
        report.ShiftName,
        report.Operator,
        report.Classification,
        JsonElement.Parse(report.Parameters.Text),
        JsonElement.Parse(report.ExportFormats.Text),
        report.Status.Word,
        report.Stage,
        report.ErrorCode,
        report.ErrorMessage,
        report.GeneratedAt,
        report.GeneratedByName,
        report.RerunOf?.Value,
        report.FinishedAt,
        report.ProcessingTimeMs,
        report.PrunedAt,
        showsTemplate && report.PrunedAt is null ? JsonElement.Parse(report.TemplateSnapshot.Text) : null,
        report.ReportData is { } data ? JsonElement.Parse(data.Text) : null,
        report.Manifest is { } manifest ? JsonElement.Parse(manifest.Text) : null,
        exports is { } made ? [.. made.Select(ExportContract.Of)] : null);
}

internal sealed record ExportRequest(string? Format, JsonElement? Options = null);

/// <param name="ExportUrl">Good for whoever has it, until <paramref name="ExpiresAt"/>.</param>
internal sealed record ExportLinkContract(Guid ExportId, string ExportUrl, string Format, DateTimeOffset ExpiresAt);
