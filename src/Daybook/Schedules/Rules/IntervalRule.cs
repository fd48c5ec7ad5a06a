using NodaTime;

namespace Daybook.Schedules.Rules;

/// <summary>Instants at an even distance, in both directions from an anchor.</summary>
/// <param name="Every">Whole seconds.</param>
/// <param name="Window">Wall readings outside it are left out; null takes all.</param>
internal sealed record IntervalRule(Duration Every, Instant Anchor, DayWindow? Window) : ScheduleRule
{
    public override T Accept<T>(IScheduleRuleVisitor<T> visitor) => visitor.Visit(this);
}
