using Daybook.Calendars;
using Daybook.Schedules.Dates;
using Daybook.Schedules.Occurrences;
using Daybook.Schedules.Rules;
using NodaTime;

namespace Daybook.Schedules.Reading;

/// <summary>How close together a rule would fire, by the clock; gaps and early closes are not counted.</summary>
internal static class Spacing
{
    /// <summary>Long enough to meet every weekday and month end.</summary>
    private const int DaysTried = 800;

    /// <returns>Null when no two occurrences lie within a day of each other.</returns>
    public static Duration? Shortest(ScheduleDefinition schedule, BusinessCalendar? calendar)
    {
        if (schedule.Rule is IntervalRule interval)
            return interval.Every;
        var slots = Timelines.Slots(schedule, calendar);
        long? shortest = null;
        for (var i = 1; i < slots.Length; i++)
            shortest = Math.Min(shortest ?? long.MaxValue, Seconds(slots[i]) - Seconds(slots[i - 1]));
        if (HasNeighbours(schedule, calendar))
            shortest = Math.Min(shortest ?? long.MaxValue, Seconds(slots[0]) + NodaConstants.SecondsPerDay - Seconds(slots[^1]));
        return shortest is { } seconds ? Duration.FromSeconds(seconds) : null;
    }

    private static bool HasNeighbours(ScheduleDefinition schedule, BusinessCalendar? calendar)
    {
        var dates = schedule.Rule.Accept(new DateSources(schedule, calendar))!;
        var from = DateBounds.Later(schedule.StartDate, dates.FirstDate) ?? new LocalDate(2026, 1, 1);
        LocalDate? last = null;
        foreach (var nominal in dates.Between(from, from.PlusDays(DaysTried)))
        {
            if (last is { } before && before.PlusDays(1) == nominal.Date)
                return true;
            last = nominal.Date;
        }

        return false;
    }

    private static long Seconds(LocalTime time) => (time.Hour * 3600) + (time.Minute * 60) + time.Second;
}
