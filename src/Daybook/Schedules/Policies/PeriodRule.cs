namespace Daybook.Schedules.Policies;

/// <summary>The stretch of time a report covers. A closed set.</summary>
internal abstract record PeriodRule
{
    private protected PeriodRule()
    {
    }

    public abstract T Accept<T>(IPeriodRuleVisitor<T> visitor);
}
