using System.Collections.Immutable;
using System.Text.Json;
using Daybook.Schedules.Running;
using NodaTime;

namespace Daybook.Schedules.Api;

/// <summary>One due moment and what became of it.</summary>
/// <param name="WallTime">What clocks in its zone showed.</param>
/// <param name="Node">That has it, or had it last; null before the first claim.</param>
/// <param name="LeaseUntil">When the claim of a node that fell silent ends; null when nobody has it.</param>
/// <param name="Fence">The number of the last claim; writes of earlier ones are refused.</param>
/// <param name="IsLate">It started, or waits, more than a minute after its time.</param>
/// <param name="Explanation">What became of it, in sentences; lists leave it out.</param>
/// <param name="BurstId">Of a schedule that divides its report among recipients; lists leave it out.</param>
internal sealed record OccurrenceContract(
    Guid Id,
    Guid ScheduleId,
    string? ScheduleName,
    int ScheduleVersion,
    string Origin,
    DateOnly NominalDate,
    DateOnly BusinessDate,
    DateOnly ReportDate,
    string Slot,
    string Zone,
    DateTimeOffset DueAt,
    string WallTime,
    ImmutableArray<string> Adjustments,
    string? CalendarVersion,
    string TzdbVersion,
    DateTimeOffset? PeriodStart,
    DateTimeOffset? PeriodEnd,
    DateTimeOffset? RunAt,
    DateTimeOffset? StartDeadline,
    string State,
    string? Reason,
    string? Note,
    DateTimeOffset StateChangedAt,
    string ChangedBy,
    bool IsLate,
    int Attempt,
    int MaxAttempts,
    DateTimeOffset? NextAttemptAt,
    string? Node,
    DateTimeOffset? LeaseUntil,
    long Fence,
    DateTimeOffset? HeldUntil,
    bool Delivers,
    Guid? ReportId,
    int? BlockErrors,
    int? ExportErrors,
    JsonElement? Deliveries,
    DateTimeOffset? StartedAt,
    DateTimeOffset? FinishedAt,
    string? ErrorCode,
    string? ErrorText,
    ImmutableArray<OccurrenceEventContract>? Events,
    ImmutableArray<string>? Explanation,
    Guid? BurstId = null)
{
    public static OccurrenceContract Of(Occurrence occurrence, string? scheduleName, DateTimeOffset now) => new(
        occurrence.Id.Value,
        occurrence.ScheduleId.Value,
        scheduleName,
        occurrence.ScheduleVersion,
        occurrence.Origin.Word,
        occurrence.NominalDate,
        occurrence.BusinessDate,
        occurrence.ReportDate,
        occurrence.Slot,
        occurrence.Zone,
        occurrence.DueAt,
        Occurrences.WallTime.Of(Instant.FromDateTimeOffset(occurrence.DueAt), Offset.FromSeconds(occurrence.UtcOffsetSeconds)),
        occurrence.AdjustmentWords,
        occurrence.CalendarVersion,
        occurrence.TzdbVersion,
        occurrence.PeriodStart,
        occurrence.PeriodEnd,
        occurrence.RunAt,
        occurrence.StartDeadline,
        occurrence.State.Word,
        occurrence.Reason,
        occurrence.Note,
        occurrence.StateChangedAt,
        occurrence.ChangedBy,
        occurrence.IsLate(now),
        occurrence.Attempt,
        occurrence.MaxAttempts,
        occurrence.NextAttemptAt,
        occurrence.LeaseOwner,
        occurrence.LeaseUntil,
        occurrence.Fence,
        occurrence.HoldUntil,
        occurrence.Delivers,
        occurrence.ReportId?.Value,
        occurrence.BlockErrors,
        occurrence.ExportErrors,
        occurrence.DeliverySummary is { } summary ? JsonElement.Parse(summary.Text) : null,
        occurrence.StartedAt,
        occurrence.FinishedAt,
        occurrence.ErrorCode,
        occurrence.ErrorText,
        null,
        null);
}

/// <param name="DueFrom">Where it stood before, when it was moved.</param>
internal sealed record OccurrenceEventContract(
    DateTimeOffset At, string Actor, string From, string To, string? Reason, string? Note, DateTimeOffset? DueFrom, DateTimeOffset? DueTo, int Attempt, long Fence, string? Node)
{
    public static OccurrenceEventContract Of(OccurrenceEvent change) => new(
        change.At, change.Actor, change.FromState.Word, change.ToState.Word, change.Reason, change.Note, change.DueFrom, change.DueTo, change.Attempt, change.Fence, change.Node);
}

internal sealed record NoteRequest(string? Note = null);

internal sealed record RunRequest(DateOnly? BusinessDate = null, string? Note = null);

internal sealed record RunContract(Guid OccurrenceId, string Message);

/// <param name="State">How its occurrence stands now.</param>
internal sealed record ExecutionContract(
    Guid Id, Guid ScheduleId, Guid? OccurrenceId, Guid? ReportId, DateTimeOffset ExecutedAt, bool Success, string? ErrorMessage, int? ExecutionTimeMs, DateOnly? BusinessDate, string? State)
{
    public static ExecutionContract Of(Execution run) => new(
        run.Id.Value, run.ScheduleId.Value, run.OccurrenceId?.Value, run.ReportId?.Value, run.ExecutedAt, run.Success, run.ErrorMessage, run.ExecutionTimeMs, run.BusinessDate, run.State?.Word);
}

/// <param name="Kind">Such as <c>occurrence.failed</c>.</param>
/// <param name="State"><c>waiting</c>, <c>not_sent</c>, or that of its mail: <c>planned</c>, <c>sending</c>, <c>accepted</c>, <c>failed</c>, <c>unknown</c>, <c>suppressed</c>.</param>
/// <param name="To">owner, administrators or nobody; null before it is taken.</param>
/// <param name="Reason">Why not the owner, or why it was not sent.</param>
internal sealed record NoticeContract(Guid Id, string Kind, string Text, DateTimeOffset CreatedAt, Guid? OccurrenceId, string State, string? To, string? Reason, DateTimeOffset? SentAt)
{
    public static NoticeContract Of(ToldNotice notice) => new(
        notice.Id.Value, notice.Kind, notice.Text, notice.CreatedAt, notice.OccurrenceId?.Value, notice.State, notice.Told, notice.Reason, notice.SentAt);
}

/// <param name="From">The first nominal date.</param>
/// <param name="To">The last one.</param>
/// <param name="Deliver">Whether the reports are delivered.</param>
/// <param name="Again">Whether dates are run again that have their report.</param>
/// <param name="Confirm">The hash of the plan; without it nothing runs.</param>
internal sealed record BackfillRequest(DateOnly? From, DateOnly? To, bool Deliver = false, bool Again = false, string? Confirm = null);

/// <param name="Action"><c>new</c>, <c>reopen</c>, <c>keep</c> or <c>no_run</c>.</param>
/// <param name="State">Of its row; null where there is none.</param>
/// <param name="Reason">Why it does not run.</param>
internal sealed record BackfillDateContract(string NominalDate, string BusinessDate, string Slot, string DueAt, string Action, Guid? OccurrenceId, string? State, string? Reason);

/// <param name="Hash">Names this plan; send it as <c>confirm</c> to have it followed.</param>
/// <param name="Runs">How many reports are made, oldest first, two at once.</param>
internal sealed record BackfillContract(string Message, bool Started, string Hash, int Runs, bool Delivers, ImmutableArray<BackfillDateContract> Dates);

/// <param name="Body">What can be sent to make such a schedule, once a template is added.</param>
internal sealed record SchedulePresetContract(string Id, string Name, string Description, string Words, JsonElement Body);

internal sealed record ScheduleFeedContract(string Url);
