using Daybook.Input;
using Daybook.Schedules.Occurrences;
using Daybook.Schedules.Policies;
using NodaTime;

namespace Daybook.Schedules.Running;

/// <summary>An occurrence on its way into a row, in the spelling of the columns; many of them travel as one JSON text.</summary>
internal sealed record PlannedRow(
    string NominalDate,
    string BusinessDate,
    string Slot,
    string LocalTime,
    string Zone,
    int UtcOffsetSeconds,
    string DueAt,
    string Adjustments,
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
    public static PlannedRow Of(PlannedOccurrence planned, ScheduleDefinition schedule) => new(
        FieldText.Of(planned.NominalDate),
        FieldText.Of(planned.BusinessDate),
        planned.Slot,
        FieldText.Of(planned.LocalTime),
        planned.Zone,
        planned.Offset.Seconds,
        At(planned.At),
        "[" + string.Join(',', AdjustmentWords.Of(planned.Adjustments).Select(word => $"\"{word}\"")) + "]",
        planned.CalendarVersion,
        planned.TzdbVersion,
        planned.Period is { } period ? At(period.Start) : null,
        planned.Period is { } covered ? At(covered.End) : null,
        FieldText.Of(planned.ReportDate),
        planned.RunAt is { } run ? At(run) : null,
        DeadlineOf(planned, schedule) is { } deadline ? At(deadline) : null,
        EnumWords<PlannedState>.Of(planned.State),
        planned.Reason is { } reason ? EnumWords<SkipReason>.Of(reason) : null);

    /// <summary>All that were missed are to run: then the next one, which is the deadline where none is written, is none.</summary>
    private static Instant? DeadlineOf(PlannedOccurrence planned, ScheduleDefinition schedule) =>
        schedule is { Misfire: Misfire.RunAll, StartDeadline: null } ? null : planned.StartDeadline;

    private static string At(Instant instant) => RowText.Of(instant);
}
