using System.Collections.Immutable;
using Daybook.Calendars.Holidays;
using NodaTime;

namespace Daybook.Calendars;

/// <summary>A business calendar as its owner writes it: weekends, holidays by rule or date, early closes.</summary>
/// <param name="Id">Lower-case letters, digits and hyphens.</param>
/// <param name="Version">Changes with the contents; kept on every occurrence.</param>
internal sealed record CalendarDefinition(string Id, string Name, string Version)
{
    /// <summary>IANA name; the zone that timed entries of an imported calendar are read in.</summary>
    public string Zone { get; init; } = "UTC";

    public Weekdays Weekend { get; init; } = Weekdays.SaturdayAndSunday;

    /// <summary>In order of their dates.</summary>
    public ImmutableArray<WeekendChange> WeekendChanges { get; init; } = [];

    public ImmutableArray<HolidayRule> Holidays { get; init; } = [];

    /// <summary>Make-up days: business dates although they are on the weekend, unless they are holidays.</summary>
    public ImmutableSortedSet<LocalDate> WorkingDays { get; init; } = [];

    /// <summary>When business ends on an ordinary day; null when the calendar does not say.</summary>
    public LocalTime? Close { get; init; }

    public ImmutableArray<EarlyCloseRule> EarlyCloses { get; init; } = [];

    public bool IsWeekend(LocalDate date)
    {
        var weekend = Weekend;
        foreach (var change in WeekendChanges)
        {
            if (change.From > date)
                break;
            weekend = change.Days;
        }

        return weekend.Contains(date.DayOfWeek);
    }
}
