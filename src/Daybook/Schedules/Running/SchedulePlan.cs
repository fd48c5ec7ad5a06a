using System.Collections.Immutable;
using Daybook.Calendars;
using Daybook.Schedules.Occurrences;
using Daybook.Schedules.TimeZones;
using NodaTime;

namespace Daybook.Schedules.Running;

/// <summary>The rows of one schedule over one stretch of time.</summary>
/// <param name="Rows">In the order of their instants.</param>
/// <param name="Through">No occurrence up to here is left out.</param>
/// <param name="Again">When rows have to be added: before less than 35 days, or fewer than three that run, are left.</param>
internal sealed record SchedulePlan(ImmutableArray<PlannedOccurrence> Rows, Instant Through, Instant Again)
{
    /// <summary>Added at once beyond what is always kept, so that a schedule is looked at once a week.</summary>
    private static readonly Duration Ahead = FireTimes.Horizon + Duration.FromDays(7);

    private const int OccurrencesAhead = FireTimes.HorizonOccurrences + 1;

    /// <param name="from">Occurrences after this instant.</param>
    /// <param name="now">What lies ahead of it is counted.</param>
    /// <exception cref="NodaTime.TimeZones.DateTimeZoneNotFoundException">The data no longer holds the schedule's zone.</exception>
    public static SchedulePlan Of(ScheduleDefinition schedule, BusinessCalendar? calendar, TimeZoneData zones, ScheduleId id, Instant from, Instant now)
    {
        var times = FireTimes.Of(schedule, calendar, zones, id.ToString());
        var end = now + Ahead;
        var rows = times.Some(from, end - Duration.Epsilon);
        if (rows.Length >= FireTimes.MostRows)
        {
            // After an outage the next part follows at once.
            var through = rows[^1].At;
            return new SchedulePlan(rows, through, through < now ? now : Instant.Max(rows[FireTimes.MostRows / 2].At, now + Duration.FromMinutes(1)));
        }

        var running = rows.Count(row => row.Reason is null && row.At > now);
        var isOver = false;
        if (running < OccurrencesAhead)
        {
            var further = times.Take(Instant.Max(now, from), OccurrencesAhead);
            isOver = further.Count(row => row.Reason is null) < OccurrencesAhead;
            rows = [.. rows, .. further.Where(row => row.At >= end)];
            end = rows.IsEmpty ? end : Instant.Max(end, rows[^1].At + Duration.Epsilon);
        }

        var again = end - FireTimes.Horizon;
        // The one after which fewer than three are left.
        var ahead = rows.Where(row => row.Reason is null && row.At > now).ToList();
        if (!isOver && ahead.Count >= OccurrencesAhead)
            again = Instant.Min(again, ahead[^FireTimes.HorizonOccurrences].At);
        return new SchedulePlan(rows, end - Duration.Epsilon, Instant.Max(again, now + Duration.FromMinutes(1)));
    }

    /// <summary>The rows between two instants that are past; those after them follow at once.</summary>
    public static SchedulePlan Past(ScheduleDefinition schedule, BusinessCalendar? calendar, TimeZoneData zones, ScheduleId id, Instant since, Instant through, Instant now) =>
        new(FireTimes.Of(schedule, calendar, zones, id.ToString()).Between(since, Instant.Max(since, through + Duration.Epsilon)), through, now);

    /// <summary>The same from now on, and before it the rows since an earlier instant. However many those are, they take nothing from what lies ahead.</summary>
    public static SchedulePlan Anew(ScheduleDefinition schedule, BusinessCalendar? calendar, TimeZoneData zones, ScheduleId id, Instant since, Instant now)
    {
        var ahead = Of(schedule, calendar, zones, id, now, now);
        return ahead with { Rows = [.. FireTimes.Of(schedule, calendar, zones, id.ToString()).Between(since, now + Duration.Epsilon), .. ahead.Rows] };
    }
}
