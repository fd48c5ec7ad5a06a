using System.Collections.Immutable;
using Daybook.Input;
using Daybook.Schedules.Occurrences;
using Daybook.Schedules.Policies;
using NodaTime;

namespace Daybook.Schedules.Running;

/// <summary>An occurrence on its way into a row, in the spelling of the columns; many of them travel as one JSON text.</summary>
/// <param name="Id">The row that it changes; null for a new one.</param>
internal sealed record PlannedRow(
    string? Id,
    string ScheduleId,
    int ScheduleVersion,
    int MaxAttempts,
    string NominalDate,
    string BusinessDate,
    string Slot,
    string LocalTime,
    string Zone,
    int UtcOffsetSeconds,
    string DueAt,
    ImmutableArray<string> Adjustments,
    string? CalendarVersion,
    string TzdbVersion,
    string? PeriodStart,
    string? PeriodEnd,
    string ReportDate,
    string? RunAt,
    string? StartDeadline,
    string State,
    string? Reason)
{
    public static PlannedRow Of(PlannedOccurrence planned, Schedule schedule, ScheduleDefinition rule, int attempts) => new(
        null,
        schedule.Id.ToString(),
        schedule.Version,
        attempts,
        FieldText.Of(planned.NominalDate),
        FieldText.Of(planned.BusinessDate),
        planned.Slot,
        FieldText.Of(planned.LocalTime),
        planned.Zone,
        planned.Offset.Seconds,
        RowText.Of(planned.At),
        [.. AdjustmentWords.Of(planned.Adjustments)],
        planned.CalendarVersion,
        planned.TzdbVersion,
        planned.Period is { } period ? RowText.Of(period.Start) : null,
        planned.Period is { } covered ? RowText.Of(covered.End) : null,
        FieldText.Of(planned.ReportDate),
        planned.RunAt is { } run ? RowText.Of(run) : null,
        DeadlineOf(planned, rule) is { } deadline ? RowText.Of(deadline) : null,
        EnumWords<PlannedState>.Of(planned.State),
        planned.Reason is { } reason ? EnumWords<SkipReason>.Of(reason) : null);

    /// <summary>Where all that were missed are to run, the next one is no deadline; only a written one is.</summary>
    private static Instant? DeadlineOf(PlannedOccurrence planned, ScheduleDefinition rule) =>
        rule is { Misfire: Misfire.RunAll, StartDeadline: null } ? null : planned.StartDeadline;
}
