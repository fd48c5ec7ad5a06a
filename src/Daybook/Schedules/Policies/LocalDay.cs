namespace Daybook.Schedules.Policies;

/// <summary>The report date from its start in the zone up to its end, or up to the due moment where that is earlier.</summary>
internal sealed record LocalDay : PeriodRule
{
    public override T Accept<T>(IPeriodRuleVisitor<T> visitor) => visitor.Visit(this);
}
