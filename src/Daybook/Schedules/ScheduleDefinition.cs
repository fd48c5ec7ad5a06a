using System.Collections.Immutable;
using Daybook.Schedules.Policies;
using Daybook.Schedules.Rules;
using NodaTime;

namespace Daybook.Schedules;

/// <summary>When a schedule falls due, and what happens when that goes wrong.</summary>
/// <param name="Zone">IANA name, as it was typed.</param>
internal sealed record ScheduleDefinition(ScheduleRule Rule, string Zone)
{
    public const int DefaultCatchUpCap = 31;

    /// <summary>The slots of a date, ascending; empty where the rule brings its own.</summary>
    public ImmutableArray<LocalTime> Times { get; init; } = [];

    /// <summary>Whether the calendar's close of business, plus <see cref="AfterClose"/>, is a slot.</summary>
    public bool AtClose { get; init; }

    /// <summary>Whether it gives instants at an even distance, and no dates that a calendar or the clocks move.</summary>
    public bool FollowsElapsedTime => Rule is IntervalRule or CronRule { Expression.Flows: true };

    /// <summary>Id of the business calendar; null for none.</summary>
    public string? Calendar { get; init; }

    public OnHoliday OnHoliday { get; init; } = OnHoliday.Run;

    public GapPolicy Gap { get; init; }

    public OverlapPolicy Overlap { get; init; }

    public MonthEnd MonthEnd { get; init; }

    public EarlyClose EarlyClose { get; init; }

    /// <summary>Minutes after the early close, and after the close where <see cref="AtClose"/> holds.</summary>
    public int AfterClose { get; init; }

    /// <summary>The first nominal date; also the anchor of every-N rules.</summary>
    public LocalDate? StartDate { get; init; }

    /// <summary>The last nominal date.</summary>
    public LocalDate? EndDate { get; init; }

    public ReportDate ReportDate { get; init; }

    public PeriodRule Period { get; init; } = new SincePrevious();

    public Misfire Misfire { get; init; }

    /// <summary>How long after it fell due an occurrence may still start; null is until the next one.</summary>
    public Duration? StartDeadline { get; init; }

    /// <summary>The most occurrences that <see cref="Misfire.RunAll"/> makes up for.</summary>
    public int CatchUpCap { get; init; } = DefaultCatchUpCap;

    public Concurrency Concurrency { get; init; }

    /// <summary>How long before it falls due an occurrence is generated.</summary>
    public Duration PrepareLead { get; init; } = Duration.Zero;

    public Duration JitterMax { get; init; } = Duration.Zero;

    /// <summary>A rule that would fire more often is refused.</summary>
    public Duration MinSpacing { get; init; } = DefaultMinSpacing;

    public static Duration DefaultMinSpacing { get; } = Duration.FromMinutes(5);
}
