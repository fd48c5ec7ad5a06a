using System.Collections.Immutable;
using Daybook.Calendars;
using Daybook.Schedules.Occurrences;
using Daybook.Schedules.TimeZones;
using Daybook.Storage;
using NodaTime;

namespace Daybook.Schedules;

/// <summary>The schedules that name a calendar: what a change of it does to them.</summary>
internal sealed class CalendarSchedules(ScheduleUseStore store, TimeZoneData zones, TimeProvider clock)
{
    /// <summary>Those whose planned runs change, by name.</summary>
    public async Task<ImmutableArray<ScheduleEffect>> EffectsAsync(Session session, BusinessCalendar before, BusinessCalendar after, CancellationToken cancellationToken)
    {
        var schedules = await store.OfCalendarAsync(session, before.Id, cancellationToken).ConfigureAwait(false);
        var now = Instant.FromDateTimeOffset(clock.GetUtcNow());
        return [.. schedules.Select(schedule => Effect(schedule, before, after, now)).Where(effect => !effect.Changes.IsEmpty)];
    }

    private ScheduleEffect Effect(Schedule schedule, BusinessCalendar before, BusinessCalendar after, Instant now)
    {
        if (schedule.Rule is not { } rule || zones.Find(rule.Zone) is null)
            return new ScheduleEffect(schedule.Id, schedule.Name, []);
        var id = schedule.Id.ToString();
        var changes = PlanDifference.Between(FireTimes.Of(rule, before, zones, id).Plan(now), FireTimes.Of(rule, after, zones, id).Plan(now));
        return new ScheduleEffect(schedule.Id, schedule.Name, [.. changes.Where(change => change.IsMoved || change.IsAdded || change.IsRemoved)]);
    }
}
