using Daybook.Schedules.Recurrence;
using NodaTime;
using System.Collections.Immutable;

namespace Daybook.Schedules.Rules;

/// <summary>A recurrence rule of RFC 5545, of which the dates are taken.</summary>
/// <param name="Start">DTSTART; itself an occurrence only where the rule matches it.</param>
/// <param name="Excluded">EXDATE.</param>
/// <param name="Added">RDATE.</param>
internal sealed record RecurrenceScheduleRule(
    RecurrenceRule Rule, LocalDate Start, ImmutableSortedSet<LocalDate> Excluded, ImmutableSortedSet<LocalDate> Added) : ScheduleRule
{
    public override T Accept<T>(IScheduleRuleVisitor<T> visitor) => visitor.Visit(this);
}
