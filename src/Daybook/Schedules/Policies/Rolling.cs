using NodaTime;

namespace Daybook.Schedules.Policies;

/// <summary>A fixed length of elapsed time before the due moment.</summary>
internal sealed record Rolling(Duration Length) : PeriodRule
{
    public override T Accept<T>(IPeriodRuleVisitor<T> visitor) => visitor.Visit(this);
}
