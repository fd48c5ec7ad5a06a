namespace Daybook.Schedules.Rules;

/// <summary>One date of one month of every year.</summary>
/// <param name="Month">1 to 12.</param>
internal sealed record YearlyRule(int Month, MonthDay On) : ScheduleRule
{
    public override T Accept<T>(IScheduleRuleVisitor<T> visitor) => visitor.Visit(this);
}
