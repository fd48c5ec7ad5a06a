using System.Collections.Immutable;
using System.Text.Json;
using Daybook.Accounts;
using Daybook.Reports;
using Daybook.Storage;

namespace Daybook.Schedules.Running;

/// <summary>One due moment of a schedule, with all that became of it.</summary>
internal sealed record Occurrence
{
    public required OccurrenceId Id { get; init; }

    public required ScheduleId ScheduleId { get; init; }

    /// <summary>The version of the schedule that planned it.</summary>
    public required int ScheduleVersion { get; init; }

    public required OccurrenceOrigin Origin { get; init; }

    public required DateOnly NominalDate { get; init; }

    /// <summary>Never changes once it ran, however late that is.</summary>
    public required DateOnly BusinessDate { get; init; }

    /// <summary>The nominal local time <c>HH:MM:SS</c>, an instant, or <c>manual:</c>, <c>test:</c> and an instant.</summary>
    public required string Slot { get; init; }

    public required string LocalTime { get; init; }

    public required string Zone { get; init; }

    public required int UtcOffsetSeconds { get; init; }

    /// <summary>For one that planning skipped, where it stands in the order of all.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>An array of words.</summary>
    public Json Adjustments { get; init; }

    public string? CalendarVersion { get; init; }

    public required string TzdbVersion { get; init; }

    /// <summary>Null for one that planning skipped.</summary>
    public DateTimeOffset? PeriodStart { get; init; }

    public DateTimeOffset? PeriodEnd { get; init; }

    public DateOnly ReportDate { get; init; }

    /// <summary>When generation starts; null for one that planning skipped.</summary>
    public DateTimeOffset? RunAt { get; init; }

    /// <summary>The last moment it may start; null where there is none.</summary>
    public DateTimeOffset? StartDeadline { get; init; }

    public required OccurrenceState State { get; init; }

    /// <summary>A word for why it is in its state.</summary>
    public string? Reason { get; init; }

    /// <summary>What a person wrote about it.</summary>
    public string? Note { get; init; }

    public DateTimeOffset StateChangedAt { get; init; }

    public required string ChangedBy { get; init; }

    /// <summary>How often it was claimed.</summary>
    public int Attempt { get; init; }

    public int MaxAttempts { get; init; }

    public DateTimeOffset? NextAttemptAt { get; init; }

    public string? LeaseOwner { get; init; }

    public DateTimeOffset? LeaseUntil { get; init; }

    public long Fence { get; init; }

    public required OccurrenceStep Step { get; init; }

    /// <summary>Who wants it to end: <c>user</c>, <c>overlap</c> or <c>schedule</c>; null when nobody does.</summary>
    public string? CancelRequested { get; init; }

    public DateTimeOffset? HoldUntil { get; init; }

    /// <summary>False for a backfill without delivery.</summary>
    public bool Delivers { get; init; }

    /// <summary>Who asked for it; null for one of the rule.</summary>
    public UserId? RequestedBy { get; init; }

    /// <summary>Rises when its report is made anew, so that it may be delivered anew.</summary>
    public int Revision { get; init; }

    /// <summary>Why its report is not delivered: <c>send_if_false</c> or <c>unchanged</c>; null when it is.</summary>
    public string? SuppressReason { get; init; }

    public ReportId? ReportId { get; init; }

    public int? BlockErrors { get; init; }

    public int? ExportErrors { get; init; }

    /// <summary>State of deliveries to their number; null before there are any.</summary>
    public Json? DeliverySummary { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    public string? ErrorCode { get; init; }

    public string? ErrorText { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public ImmutableArray<string> AdjustmentWords => [.. JsonSerializer.Deserialize(Adjustments.Text, ScheduleRowsJson.Default.StringArray) ?? []];

    /// <summary>What somebody asked for has no minute to wait for, also where the clock was set back since.</summary>
    public bool WaitsForMinute(DateTimeOffset now) => DueAt > now && Origin != OccurrenceOrigin.Manual && Origin != OccurrenceOrigin.Test;

    /// <summary>Its report is made and may go out; it waits for its minute.</summary>
    public bool IsMadeAhead => State == OccurrenceState.Running && Step == OccurrenceStep.Gated && Origin == OccurrenceOrigin.Scheduled;

    /// <summary>It started, or still waits, more than a minute after its time.</summary>
    public bool IsLate(DateTimeOffset now) => RunAt is { } run && State != OccurrenceState.Skipped && (StartedAt ?? now) - run > OccurrenceClock.Late;
}
