using System.Collections.Immutable;
using NodaTime;

namespace Daybook.Schedules.Recurrence;

/// <summary>An RRULE of RFC 5545 whose periods are days or longer.</summary>
/// <param name="Text">As it was written.</param>
internal sealed record RecurrenceRule(string Text, Frequency Frequency)
{
    public int Interval { get; init; } = 1;

    /// <summary>Dates, before any calendar; null when not limited.</summary>
    public int? Count { get; init; }

    /// <summary>Null when not limited.</summary>
    public RecurrenceEnd? Until { get; init; }

    public ImmutableArray<int> Months { get; init; } = [];

    public ImmutableArray<int> MonthDays { get; init; } = [];

    public ImmutableArray<RecurrenceDay> Days { get; init; } = [];

    /// <summary>BYSETPOS, within the dates of one period.</summary>
    public ImmutableArray<int> Positions { get; init; } = [];

    public IsoDayOfWeek WeekStart { get; init; } = IsoDayOfWeek.Monday;

    /// <summary>From BYHOUR, BYMINUTE and BYSECOND, ascending; empty when there is none of them.</summary>
    public ImmutableArray<LocalTime> Times { get; init; } = [];
}
