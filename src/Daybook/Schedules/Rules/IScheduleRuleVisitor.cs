namespace Daybook.Schedules.Rules;

internal interface IScheduleRuleVisitor<out T>
{
    T Visit(DailyRule rule);

    T Visit(WeeklyRule rule);

    T Visit(MonthlyRule rule);

    T Visit(YearlyRule rule);

    T Visit(CronRule rule);

    T Visit(RecurrenceScheduleRule rule);

    T Visit(IntervalRule rule);
}
