using System.Collections.Immutable;

namespace Daybook.Archive;

/// <param name="RetentionDays">0 keeps reports for ever.</param>
/// <param name="ReportsPerTemplate">0 keeps all.</param>
/// <param name="UnusedContents">Of the contents, those that nothing refers to any more; the hourly job deletes them when they are an hour old.</param>
/// <param name="FreeFrom">From when on all of them can be deleted; null where there are none.</param>
internal sealed record ArchiveContract(
    long Reports, long Pruned, long Held, long Contents, long Bytes, int RetentionDays, int ReportsPerTemplate, long UnusedContents, long UnusedBytes, DateTimeOffset? FreeFrom);

/// <param name="Reason"><c>age</c> or <c>count</c>.</param>
/// <param name="Bytes">Of everything kept of it; what others share is counted for each.</param>
internal sealed record ExpiredReportContract(Guid Id, string TemplateName, DateOnly ReportDate, DateTimeOffset GeneratedAt, string Status, string Reason, long Bytes)
{
    public static ExpiredReportContract Of(ExpiredReport report) =>
        new(report.Id.Value, report.TemplateName, report.ReportDate, report.GeneratedAt, report.Status, report.Reason, report.Bytes);
}

/// <param name="Reports">How many would go; <paramref name="Items"/> is one part of them.</param>
/// <param name="Exports">Formats made on request whose links have expired.</param>
/// <param name="Bytes">That would become free, when the contents are an hour old.</param>
internal sealed record PrunePlanContract(long Reports, long Exports, long Bytes, ImmutableArray<ExpiredReportContract> Items);

internal sealed record HoldContract(Guid Id, string Reason, string PlacedBy, DateTimeOffset PlacedAt, string? ReleasedBy, DateTimeOffset? ReleasedAt, string? ReleaseReason)
{
    public static HoldContract Of(Hold hold) => new(hold.Id.Value, hold.Reason, hold.PlacedBy, hold.PlacedAt, hold.ReleasedBy, hold.ReleasedAt, hold.ReleaseReason);
}

internal sealed record HoldRequest(string? Reason);

internal sealed record HoldPlacedContract(Guid Id, string Message);
