using Daybook.Reports;
using Daybook.Schedules.Running;

namespace Daybook.Schedules.Api;

/// <summary>One run of a schedule that is over.</summary>
internal sealed record Execution
{
    public required ExecutionId Id { get; init; }

    public required ScheduleId ScheduleId { get; init; }

    public OccurrenceId? OccurrenceId { get; init; }

    public ReportId? ReportId { get; init; }

    public DateTimeOffset ExecutedAt { get; init; }

    public bool Success { get; init; }

    public string? ErrorMessage { get; init; }

    public int? ExecutionTimeMs { get; init; }

    public DateOnly? BusinessDate { get; init; }

    /// <summary>How its occurrence stands now.</summary>
    public OccurrenceState? State { get; init; }
}
