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

    /// <summary>A schedule that fires very often is planned so many rows at a time.</summary>
    public const int MostRows = 2000;

    private const int WindowDays = 37;

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

    /// <summary>The occurrences from one instant up to but excluding another, in the order of (instant, business date, slot).</summary>
    public ImmutableArray<PlannedOccurrence> Between(Instant from, Instant to) =>
        Collect(from - Duration.Epsilon, 0, to - Duration.Epsilon, Days(from, to));

    /// <summary>
    /// The same after one instant up to and including another, but no more than <see cref="MostRows"/> and those that share the instant of the last: the next look begins after it.
    /// However often a rule fires, no more than a few days of it are computed.
    /// </summary>
    public ImmutableArray<PlannedOccurrence> Some(Instant after, Instant until) => Collect(after, 0, until, Days(after, until), MostRows);

    /// <summary>What is to be kept as rows: 35 days or three occurrences that run, whichever reaches further; of a schedule that fires very often the first <see cref="MostRows"/>.</summary>
    public ImmutableArray<PlannedOccurrence> Plan(Instant after) => Collect(after, HorizonOccurrences, after + Horizon, WindowDays, MostRows);

    /// <summary>A number of occurrences that run, with all that do not up to the instant of the last; fewer where the rule ends.</summary>
    public ImmutableArray<PlannedOccurrence> Take(Instant after, int count) => Collect(after, count, Instant.MinValue, Math.Min(count + 1, WindowDays));

    /// <returns>The first occurrence after an instant that runs; null when there is none, or only ones that do not run for very long.</returns>
    public PlannedOccurrence? Next(Instant after) => Take(after, 1).FirstOrDefault(occurrence => occurrence.Reason is null);

    /// <summary>The periods of the occurrences before one, newest first, each with its report date; fewer where the rule begins. The schedule's start date is no bound.</summary>
    /// <param name="due">When the one after them falls due.</param>
    public ImmutableArray<(LocalDate ReportDate, Interval Period)> PeriodsBefore(Instant due, int count)
    {
        var periods = ImmutableArray.CreateBuilder<(LocalDate, Interval)>(count);
        Moment? later = null;
        var idle = 0;
        foreach (var moment in _earlier.Before(due))
        {
            if (!moment.Runs)
            {
                if (++idle > LongestIdleRun)
                    break;
                continue;
            }

            idle = 0;
            if (later is { } occurrence)
                Add(occurrence, moment.At);
            if (periods.Count >= count)
                return periods.DrainToImmutable();
            later = moment;
        }

        if (later is { } first)
            Add(first, null);
        return periods.DrainToImmutable();

        void Add(in Moment of, Instant? previous)
        {
            var reportDate = ReportDateOf(of.BusinessDate);
            periods.Add((reportDate, _schedule.Period.Accept(new ReportPeriods(reportDate, of.At, previous, _zone))));
        }
    }

    /// <summary>What a report covers that somebody wants at a time of their own.</summary>
    /// <param name="businessDate">The one it is to be about.</param>
    /// <param name="at">When it is wanted; it covers nothing after that.</param>
    public (LocalDate ReportDate, Interval Period) PeriodAt(LocalDate businessDate, Instant at)
    {
        var reportDate = ReportDateOf(businessDate);
        return (reportDate, _schedule.Period.Accept(new ReportPeriods(reportDate, at, PreviousDue(at), _zone)));
    }

    /// <param name="count">How many that run are wanted.</param>
    /// <param name="until">No row up to this instant is left out.</param>
    /// <param name="days">How many days are looked at first.</param>
    /// <param name="most">How many rows there may be, before those that share the instant of the last.</param>
    private ImmutableArray<PlannedOccurrence> Collect(Instant after, int count, Instant until, int days, int most = int.MaxValue)
    {
        var moments = new List<Moment>(Math.Min(days, WindowDays));
        var (running, idle, ahead, end) = (0, 0, 0, until);
        Instant? following = null;
        foreach (var moment in _moments.After(after, days))
        {
            if (((running >= count || idle >= LongestIdleRun) && moment.At > end) || (moments.Count >= most && moment.At > moments[^1].At))
            {
                // One more that runs, for the deadline of the last.
                if (moment.Runs)
                    following = moment.At;
                if (moment.Runs || _schedule.StartDeadline is not null || ++ahead > LongestIdleRun)
                    break;
                continue;
            }

            moments.Add(moment);
            (running, idle) = moment.Runs ? (running + 1, 0) : (running, idle + 1);
            if (running <= count)
                end = Instant.Max(moment.At, until);
        }

        return Rows(moments, following);
    }

    private static int Days(Instant from, Instant to) => (int)Math.Clamp((to - from).TotalDays + 1, 1, WindowDays);

    /// <param name="following">When the first that runs after all of them falls due; null when there is none.</param>
    private ImmutableArray<PlannedOccurrence> Rows(List<Moment> moments, Instant? following)
    {
        var rows = ImmutableArray.CreateBuilder<PlannedOccurrence>(moments.Count);
        var next = 0;
        Instant? previous = null;
        for (var i = 0; i < moments.Count; i++)
        {
            var moment = moments[i];
            if (!moment.Runs)
            {
                rows.Add(Row(moment, null, null));
                continue;
            }

            for (next = Math.Max(next, i + 1); next < moments.Count && !moments[next].Runs;)
                next++;
            if (previous is null && _schedule.Period is SincePrevious)
                previous = PreviousDue(moment.At);
            rows.Add(Row(moment, previous, next < moments.Count ? moments[next].At : following));
            previous = moment.At;
        }

        return rows.MoveToImmutable();
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

    /// <param name="previous">When the one before fell due; null when there is none.</param>
    /// <param name="next">When the next one falls due; null when there is none.</param>
    private PlannedOccurrence Row(in Moment moment, Instant? previous, Instant? next)
    {
        var reportDate = ReportDateOf(moment.BusinessDate);
        var at = moment.At;
        return new PlannedOccurrence(
            moment.NominalDate, moment.BusinessDate, reportDate, moment.Slot, moment.LocalTime, _schedule.Zone, at, moment.Offset,
            moment.Adjustments, moment.Reason, _calendar?.Version, _tzdbVersion)
        {
            Period = moment.Runs ? _schedule.Period.Accept(new ReportPeriods(reportDate, at, previous, _zone)) : null,
            RunAt = moment.Runs ? at + _delay : null,
            StartDeadline = moment.Runs ? Deadline(at, next) : null,
        };
    }

    private Instant? Deadline(Instant due, Instant? next)
    {
        if (_schedule.StartDeadline is { } deadline)
            return due + deadline;
        return next is { } following ? Instant.Max(following, due + ShortestDeadline) : null;
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
