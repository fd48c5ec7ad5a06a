namespace Daybook.Schedules.Rules;

/// <summary>One date of every month.</summary>
internal sealed record MonthlyRule(MonthDay On) : ScheduleRule
{
    public override T Accept<T>(IScheduleRuleVisitor<T> visitor) => visitor.Visit(this);
}
