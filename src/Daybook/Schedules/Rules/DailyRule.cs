namespace Daybook.Schedules.Rules;

/// <summary>Every <paramref name="Every"/>-th date, counted from the schedule's start date; with 1 every date.</summary>
internal sealed record DailyRule(int Every) : ScheduleRule
{
    public override T Accept<T>(IScheduleRuleVisitor<T> visitor) => visitor.Visit(this);
}
