using Daybook.Schedules.Running;

namespace Daybook.Reports;

/// <summary>A report that was put into the queue.</summary>
internal sealed record PlacedReport
{
    public required ReportId Id { get; init; }

    /// <summary>What it is made for; null for one that somebody asked for.</summary>
    public OccurrenceId? OccurrenceId { get; init; }
}
