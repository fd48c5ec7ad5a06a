using System.Collections.Immutable;
using Daybook.Calendars;
using Daybook.Schedules.Dates;
using Daybook.Schedules.Rules;
using NodaTime;

namespace Daybook.Schedules.Occurrences;

/// <summary>Chooses between the two kinds of schedule: by dates and wall times, or by elapsed time.</summary>
internal static class Timelines
{
    public static Timeline Of(ScheduleDefinition schedule, BusinessCalendar? calendar, DateTimeZone zone, DateBounds bounds)
    {
        var business = new BusinessDates(calendar, schedule.OnHoliday);
        if (schedule.Rule is IntervalRule interval)
            return new IntervalTimeline(interval, business, bounds, zone);
        var dates = schedule.Rule.Accept(new DateSources(schedule, calendar))!;
        if (schedule.Rule is CronRule { Expression.Flows: true } cron)
            return new FlowingTimeline(dates, cron.Expression.Times, business, bounds, zone);
        var until = (schedule.Rule as RecurrenceScheduleRule)?.Rule.Until;
        return new CalendarTimeline(schedule, dates, Slots(schedule, calendar), until, business, bounds, zone);
    }

    /// <summary>The times of a date, ascending, each once.</summary>
    public static ImmutableArray<LocalTime> Slots(ScheduleDefinition schedule, BusinessCalendar? calendar)
    {
        var times = schedule.Rule switch
        {
            CronRule cron => cron.Expression.Times,
            RecurrenceScheduleRule { Rule.Times.IsEmpty: false } recurrence when schedule.Times.IsEmpty => recurrence.Rule.Times,
            _ => schedule.Times,
        };
        return schedule.AtClose && calendar?.Close is { } close ? [.. times.Append(close.PlusMinutes(schedule.AfterClose)).Distinct().Order()] : times;
    }
}
