using Daybook.Reports;

namespace Daybook.Archive;

/// <summary>A report whose content goes.</summary>
internal sealed record ExpiredReport
{
    public required ReportId Id { get; init; }

    public required string TemplateName { get; init; }

    public DateOnly ReportDate { get; init; }

    public DateTimeOffset GeneratedAt { get; init; }

    public required string Status { get; init; }

    /// <summary><c>age</c> or <c>count</c>.</summary>
    public required string Reason { get; init; }

    /// <summary>Of everything kept of it, as stored; what other reports share is counted for each.</summary>
    public long Bytes { get; init; }
}
