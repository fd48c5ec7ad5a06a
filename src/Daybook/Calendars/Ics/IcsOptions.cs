using NodaTime;

namespace Daybook.Calendars.Ics;

/// <summary>How an ICS file is read.</summary>
/// <param name="Zone">Zone of the calendar; timed events are read in it.</param>
/// <param name="First">Dates before it are left out.</param>
/// <param name="Last">Dates after it are left out.</param>
internal sealed record IcsOptions(DateTimeZone Zone, LocalDate First, LocalDate Last)
{
    /// <summary>Whether timed events close business early at their start; otherwise they are ignored and counted.</summary>
    public bool TimedEventsCloseEarly { get; init; }

    public const int UsualMaxBytes = 5_000_000;

    /// <summary>Bytes.</summary>
    public int MaxBytes { get; init; } = UsualMaxBytes;

    /// <summary>Dates of all events together, before those that fall on one date are joined.</summary>
    public int MaxDates { get; init; } = 10_000;

    /// <summary>Events with a recurrence rule; each costs a walk through the years.</summary>
    public int MaxRecurring { get; init; } = 1_000;

    /// <summary>The years a calendar is expanded for, around a date.</summary>
    public static IcsOptions Around(LocalDate date, DateTimeZone zone) => new(
        zone, new LocalDate(date.Year - BusinessCalendar.YearsBehind, 1, 1), new LocalDate(date.Year + BusinessCalendar.YearsAhead, 12, 31));
}
