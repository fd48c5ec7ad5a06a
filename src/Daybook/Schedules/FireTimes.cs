using System.Collections.Immutable;
using Daybook.Calendars;
using Daybook.Schedules.Occurrences;
using Daybook.Schedules.Policies;
using Daybook.Schedules.TimeZones;
using NodaTime;
using NodaTime.TimeZones;

namespace Daybook.Schedules;

/// <summary>The due moments of one schedule: those that run, and those that do not, each with its reason.</summary>
internal sealed class FireTimes
{
    /// <summary>How far ahead rows are planned, or this many occurrences where those reach further.</summary>
    public static readonly Duration Horizon = Duration.FromDays(35);

    public const int HorizonOccurrences = 3;

    /// <summary>Moments in a row that do not run before the search for one that does ends.</summary>
    private const int LongestIdleRun = 4000;

    private static readonly Duration ShortestDeadline = Duration.FromMinutes(5);

    private readonly ScheduleDefinition _schedule;
    private readonly BusinessCalendar? _calendar;
    private readonly DateTimeZone _zone;
    private readonly string _tzdbVersion;
    private readonly Duration _delay;
    private readonly MomentStream _moments;

    /// <summary>Of the rule itself, without the schedule's start date: the first report covers a whole period too.</summary>
    private readonly MomentStream _earlier;

    private FireTimes(ScheduleDefinition schedule, BusinessCalendar? calendar, TimeZoneData zones, DateTimeZone zone, string scheduleId)
    {
        (_schedule, _calendar, _zone, _tzdbVersion) = (schedule, calendar, zone, zones.Version);
        _delay = Jitter.Of(scheduleId, schedule.JitterMax) - schedule.PrepareLead;
        var bounds = new DateBounds(schedule.StartDate, schedule.EndDate);
        _moments = new MomentStream(Timelines.Of(schedule, calendar, zone, bounds));
        _earlier = bounds.First is null ? _moments : new MomentStream(Timelines.Of(schedule, calendar, zone, bounds with { First = null }));
    }

    /// <summary>No occurrence has an earlier nominal date; null when there is no such bound.</summary>
    public LocalDate? FirstDate => _moments.FirstDate;

    /// <param name="calendar">The calendar the schedule names; null when it names none.</param>
    /// <param name="scheduleId">What the jitter is made from; empty where there is no jitter.</param>
    /// <exception cref="DateTimeZoneNotFoundException">The data no longer holds the schedule's zone.</exception>
    public static FireTimes Of(ScheduleDefinition schedule, BusinessCalendar? calendar, TimeZoneData zones, string scheduleId = "") =>
        new(
            schedule, calendar, zones,
            zones.Find(schedule.Zone) ?? throw new DateTimeZoneNotFoundException($"Time-zone data {zones.Version} has no zone '{schedule.Zone}'."),
            scheduleId);

    /// <summary>Every occurrence after an instant, in the order of (instant, business date, slot), until the rule ends.</summary>
    /// <remarks>A schedule whose calendar leaves no date free goes on without end; see <see cref="Next"/> for a bounded search.</remarks>
    public IEnumerable<PlannedOccurrence> After(Instant instant)
    {
        Instant? previous = null;
        var isFirst = _schedule.Period is SincePrevious;
        var waiting = new Queue<Moment>();
        foreach (var moment in _moments.After(instant))
        {
            if (isFirst && moment.Runs)
                (previous, isFirst) = (PreviousDue(moment.At), false);
            if (moment.Runs || waiting.Count > LongestIdleRun)
            {
                while (waiting.TryDequeue(out var earlier))
                    yield return Occurrence(earlier, ref previous, moment.Runs ? moment.At : null);
            }

            waiting.Enqueue(moment);
        }

        while (waiting.TryDequeue(out var last))
            yield return Occurrence(last, ref previous, null);
    }

    /// <summary>The occurrences from one instant up to but excluding another.</summary>
    public ImmutableArray<PlannedOccurrence> Between(Instant from, Instant to) =>
        [.. After(from - Duration.Epsilon).TakeWhile(occurrence => occurrence.At < to)];

    /// <summary>What is to be kept as rows: 35 days or three occurrences that run, whichever reaches further.</summary>
    public ImmutableArray<PlannedOccurrence> Plan(Instant after) => Take(after, HorizonOccurrences, after + Horizon);

    /// <summary>A number of occurrences that run, with all that do not up to the instant of the last.</summary>
    public ImmutableArray<PlannedOccurrence> Take(Instant after, int count) => Take(after, count, Instant.MinValue);

    /// <returns>The first occurrence after an instant that runs; null when there is none, or only ones that do not run for very long.</returns>
    public PlannedOccurrence? Next(Instant after) => Take(after, 1).FirstOrDefault(occurrence => occurrence.Reason is null);

    private ImmutableArray<PlannedOccurrence> Take(Instant after, int count, Instant atLeastUntil)
    {
        var taken = ImmutableArray.CreateBuilder<PlannedOccurrence>();
        var (running, idle, end) = (0, 0, Instant.MinValue);
        foreach (var occurrence in After(after))
        {
            if ((running >= count || idle >= LongestIdleRun) && occurrence.At > end)
                break;
            taken.Add(occurrence);
            (running, idle) = occurrence.Reason is null ? (running + 1, 0) : (running, idle + 1);
            if (running <= count)
                end = Instant.Max(occurrence.At, atLeastUntil);
        }

        return taken.ToImmutable();
    }

    private Instant? PreviousDue(Instant before)
    {
        var idle = 0;
        foreach (var moment in _earlier.Before(before))
        {
            if (moment.Runs)
                return moment.At;
            if (++idle > LongestIdleRun)
                break;
        }

        return null;
    }

    /// <param name="previous">When the one before fell due; becomes this one's instant if it runs.</param>
    /// <param name="next">When the next one falls due; null when there is none.</param>
    private PlannedOccurrence Occurrence(in Moment moment, ref Instant? previous, Instant? next)
    {
        var reportDate = ReportDateOf(moment.BusinessDate);
        var occurrence = new PlannedOccurrence(
            moment.NominalDate, moment.BusinessDate, reportDate, moment.Slot, moment.LocalTime, _schedule.Zone, moment.At, moment.Offset,
            moment.Adjustments, moment.Reason, _calendar?.Version, _tzdbVersion);
        if (!moment.Runs)
            return occurrence;
        var (at, before) = (moment.At, previous);
        previous = at;
        return occurrence with
        {
            Period = _schedule.Period.Accept(new ReportPeriods(reportDate, at, before, _zone)),
            RunAt = at + _delay,
            StartDeadline = _schedule.StartDeadline is { } deadline ? at + deadline
                : next is { } following ? Instant.Max(following, at + ShortestDeadline) : null,
        };
    }

    private LocalDate ReportDateOf(LocalDate businessDate) => _schedule.ReportDate switch
    {
        ReportDate.Same => businessDate,
        ReportDate.PreviousDay => businessDate.PlusDays(-1),
        ReportDate.PreviousBusinessDay =>
            (_calendar ?? BusinessCalendar.MondayToFriday).Nearest(businessDate, -1) ?? businessDate.PlusDays(-1),
        _ => throw new InvalidOperationException($"There is no report date {_schedule.ReportDate}."),
    };
}
