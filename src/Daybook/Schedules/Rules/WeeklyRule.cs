using Daybook.Calendars;

namespace Daybook.Schedules.Rules;

/// <summary>These days of every <paramref name="Every"/>-th week; weeks start on Monday, and week 0 is that of the schedule's start date.</summary>
internal sealed record WeeklyRule(Weekdays Days, int Every) : ScheduleRule
{
    public override T Accept<T>(IScheduleRuleVisitor<T> visitor) => visitor.Visit(this);
}
