using NodaTime;

namespace Daybook.Schedules.Occurrences;

/// <summary>
/// One occurrence as planning gives it: what is needed to keep it as a row. (schedule, nominal date, slot) is unique; so is (schedule,
/// business date, slot) among those that run.
/// </summary>
/// <param name="BusinessDate">The nominal date where no business date was found.</param>
/// <param name="Slot">The nominal local time <c>HH:MM:SS</c>, or the instant for schedules that follow elapsed time.</param>
/// <param name="LocalTime">The wall time that was asked for, after the early close and before gap and overlap.</param>
/// <param name="At">When it falls due; for one that does not run, where it stands in the order of all.</param>
/// <param name="Offset">The zone's offset from UTC at <paramref name="At"/>.</param>
/// <param name="Reason">Null when it runs.</param>
/// <param name="CalendarVersion">Null when the schedule has no calendar.</param>
internal sealed record PlannedOccurrence(
    LocalDate NominalDate,
    LocalDate BusinessDate,
    LocalDate ReportDate,
    string Slot,
    LocalTime LocalTime,
    string Zone,
    Instant At,
    Offset Offset,
    Adjustments Adjustments,
    SkipReason? Reason,
    string? CalendarVersion,
    string TzdbVersion)
{
    public PlannedState State => Reason is null ? PlannedState.Planned : PlannedState.Skipped;

    /// <summary>Null when it does not run.</summary>
    public Instant? DueAt => Reason is null ? At : null;

    /// <summary>The half-open stretch of time the report covers; null when it does not run.</summary>
    public Interval? Period { get; init; }

    /// <summary>When generation starts: due, less the lead, plus the jitter. Null when it does not run.</summary>
    public Instant? RunAt { get; init; }

    /// <summary>The last moment it may start; null when it does not run, or when no other occurrence follows.</summary>
    public Instant? StartDeadline { get; init; }
}
