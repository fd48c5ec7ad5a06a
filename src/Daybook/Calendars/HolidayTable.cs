using System.Collections.Immutable;
using Daybook.Calendars.Holidays;
using NodaTime;

namespace Daybook.Calendars;

/// <summary>The dates that the rules of a calendar give.</summary>
/// <param name="Holidays">Date → name.</param>
internal sealed record HolidayTable(ImmutableSortedDictionary<LocalDate, string> Holidays, ImmutableSortedDictionary<LocalDate, LocalTime> EarlyCloses)
{
    public static HolidayTable Empty { get; } = new(ImmutableSortedDictionary<LocalDate, string>.Empty, ImmutableSortedDictionary<LocalDate, LocalTime>.Empty);

    public static HolidayTable Of(CalendarDefinition definition, int firstYear, int lastYear)
    {
        var holidays = new SortedDictionary<LocalDate, string>();

        // A year more at both ends: observed dates cross the turn of the year.
        for (var year = firstYear - 1; year <= lastYear + 1; year++)
            AddYear(definition, year, holidays);
        var kept = holidays.Where(holiday => holiday.Key.Year >= firstYear && holiday.Key.Year <= lastYear).ToImmutableSortedDictionary();
        return new HolidayTable(kept, Closes(definition, kept, firstYear, lastYear));
    }

    /// <summary>Those that stay come first, so that one that moves finds every other holiday in its place.</summary>
    private static void AddYear(CalendarDefinition definition, int year, SortedDictionary<LocalDate, string> holidays)
    {
        var moving = new List<(HolidayRule Rule, LocalDate Date)>();
        foreach (var rule in definition.Holidays)
        {
            if (rule.In(year) is not { } date)
                continue;
            if (rule.Observed == Observed.None || !definition.IsWeekend(date))
                Add(holidays, date, rule.Name);
            else
                moving.Add((rule, date));
        }

        foreach (var (rule, date) in moving)
        {
            Add(holidays, date, rule.Name);
            if (ObservedOn(rule.Observed, date, definition, holidays) is { } observed)
                Add(holidays, observed, rule.Name + " (observed)");
        }
    }

    private static LocalDate? ObservedOn(Observed observed, LocalDate date, CalendarDefinition definition, SortedDictionary<LocalDate, string> taken) =>
        (observed, date.DayOfWeek) switch
        {
            (Observed.SatToFriSunToMon, IsoDayOfWeek.Saturday) => date.PlusDays(-1),
            (Observed.SatToFriSunToMon or Observed.SunToMon, IsoDayOfWeek.Sunday) => date.PlusDays(1),
            (Observed.NextMonday, _) => date.Next(IsoDayOfWeek.Monday),
            (Observed.NextBusinessDay, _) => FirstFree(date, definition, taken),
            _ => null,
        };

    /// <returns>Null when the calendar has no business day within a month.</returns>
    private static LocalDate? FirstFree(LocalDate date, CalendarDefinition definition, SortedDictionary<LocalDate, string> taken)
    {
        for (var step = 1; step <= BusinessCalendar.LongestSearch; step++)
        {
            var candidate = date.PlusDays(step);
            if (!definition.IsWeekend(candidate) && !taken.ContainsKey(candidate))
                return candidate;
        }

        return null;
    }

    private static void Add(SortedDictionary<LocalDate, string> holidays, LocalDate date, string name)
    {
        if (!holidays.TryAdd(date, name) && !holidays[date].Split(", ").Contains(name))
            holidays[date] += ", " + name;
    }

    private static ImmutableSortedDictionary<LocalDate, LocalTime> Closes(
        CalendarDefinition definition, ImmutableSortedDictionary<LocalDate, string> holidays, int firstYear, int lastYear)
    {
        var closes = ImmutableSortedDictionary.CreateBuilder<LocalDate, LocalTime>();
        for (var year = firstYear; year <= lastYear; year++)
        {
            foreach (var rule in definition.EarlyCloses)
            {
                if (rule.Day.In(year) is { } date && !holidays.ContainsKey(date) && (!definition.IsWeekend(date) || definition.WorkingDays.Contains(date)))
                    closes[date] = closes.TryGetValue(date, out var other) ? LocalTime.Min(other, rule.Close) : rule.Close;
            }
        }

        return closes.ToImmutable();
    }
}
