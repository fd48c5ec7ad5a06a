using Daybook.Calendars;
using Daybook.Schedules.Rules;
using NodaTime;

namespace Daybook.Schedules.Dates;

/// <summary>Makes the dates of a schedule's rule; an interval has none.</summary>
internal sealed class DateSources(ScheduleDefinition schedule, BusinessCalendar? calendar) : IScheduleRuleVisitor<DateSource?>
{
    /// <summary>A Monday; the anchor of rules that need none.</summary>
    private static readonly LocalDate AnyMonday = new(2000, 1, 3);

    public DateSource? Visit(DailyRule rule) => new DailyDates(rule.Every, schedule.StartDate ?? AnyMonday);

    public DateSource? Visit(WeeklyRule rule) => new WeeklyDates(rule.Days, rule.Every, schedule.StartDate ?? AnyMonday);

    public DateSource? Visit(MonthlyRule rule) => new MonthlyDates(Day(rule.On), null);

    public DateSource? Visit(YearlyRule rule) => new MonthlyDates(Day(rule.On), rule.Month);

    public DateSource? Visit(CronRule rule) => new CronDates(rule.Expression);

    public DateSource? Visit(RecurrenceScheduleRule rule) => new RecurrenceDates(rule.Rule, rule.Start, rule.Excluded, rule.Added);

    public DateSource? Visit(IntervalRule rule) => null;

    private DateOfMonth Day(MonthDay day) => new(day, schedule.MonthEnd, calendar ?? BusinessCalendar.MondayToFriday);
}
