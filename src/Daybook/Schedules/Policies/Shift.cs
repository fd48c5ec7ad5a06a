using NodaTime;

namespace Daybook.Schedules.Policies;

/// <summary>A named window of the report date; one that ends at or before its start begins on the date before.</summary>
internal sealed record Shift(string Name, LocalTime Start, LocalTime End) : PeriodRule
{
    public override T Accept<T>(IPeriodRuleVisitor<T> visitor) => visitor.Visit(this);
}
