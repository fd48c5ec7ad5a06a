namespace Daybook.Schedules.Rules;

/// <summary>Which dates, or which instants, a schedule names. A closed set: a new kind does not compile until every visitor handles it.</summary>
internal abstract record ScheduleRule
{
    private protected ScheduleRule()
    {
    }

    public abstract T Accept<T>(IScheduleRuleVisitor<T> visitor);
}
