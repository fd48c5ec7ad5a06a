namespace Daybook.Schedules.Policies;

/// <summary>From the previous instant of the same rule, so that periods follow one another without holes.</summary>
internal sealed record SincePrevious : PeriodRule
{
    public override T Accept<T>(IPeriodRuleVisitor<T> visitor) => visitor.Visit(this);
}
