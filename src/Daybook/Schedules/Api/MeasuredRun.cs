using Daybook.Schedules.Running;

namespace Daybook.Schedules.Api;

/// <summary>What metrics need of one occurrence.</summary>
internal sealed record MeasuredRun
{
    public required OccurrenceState State { get; init; }

    public string? Reason { get; init; }

    public string? ErrorCode { get; init; }

    public DateTimeOffset? RunAt { get; init; }

    public DateTimeOffset DueAt { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }
}
