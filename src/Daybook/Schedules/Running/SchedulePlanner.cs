using Daybook.Accounts;
using Daybook.Audit;
using Daybook.Calendars;
using Daybook.Calendars.Stored;
using Daybook.Schedules.TimeZones;
using Daybook.Schedules.Words;
using Daybook.Storage;
using NodaTime;

namespace Daybook.Schedules.Running;

/// <summary>Keeps rows ahead of their time for every schedule. Only schedules whose plan runs out, or has to change, are looked at.</summary>
internal sealed class SchedulePlanner(
    Database database, OccurrencePlanStore store, ScheduleUseStore uses, OccurrenceHoldStore holds, RunStore runs, ServerCalendars calendars, TimeZoneData zones, OwnerNotices notices, OccurrenceClock time, AuditLog audit)
{
    /// <summary>Schedules of one transaction, and rows after which no further one is looked at: what follows waits for the next.</summary>
    private const int Batch = 100, Rows = 5000;

    /// <summary>How long a schedule that cannot be planned is left alone.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromDays(1);

    /// <summary>How long a failed delivery may be accepted later and its occurrence succeed by that.</summary>
    private static readonly TimeSpan LateDeliveries = TimeSpan.FromDays(35);

    /// <summary>For one that is over or switched off.</summary>
    private static readonly DateTimeOffset Never = new(9000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>How far back an occurrence can have been planned that a new plan still moves. Those that follow elapsed time are not moved: of them only what has not come up yet counts.</summary>
    private static readonly Duration Behind = Duration.FromDays(36);

    /// <summary>More than a change of the clock moves a date.</summary>
    private static readonly Duration Nearby = Duration.FromDays(2);

    /// <summary>Finds what was planned with other time-zone data or another version of a calendar. To be asked at the start of a server.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        await store.TimeZonesChangedAsync(session, zones.Version, cancellationToken).ConfigureAwait(false);
        var catalog = await calendars.CatalogAsync(session, cancellationToken).ConfigureAwait(false);
        foreach (var id in await store.StaleCalendarsAsync(session, catalog, cancellationToken).ConfigureAwait(false))
            await uses.ReplanOfCalendarAsync(session, id, cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Looks after what changes without anybody saying so: owners who left, deliveries that were accepted late.</summary>
    public async Task TidyAsync(CancellationToken cancellationToken)
    {
        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        var now = await time.NowAsync(session, cancellationToken).ConfigureAwait(false);
        foreach (var id in await store.FlagOwnersAsync(session, now, cancellationToken).ConfigureAwait(false))
        {
            await notices.AddAsync(
                session, NoticeKind.Flagged, id, null, "The schedule's owner may no longer sign in: its reports fail until somebody else owns it.", now, cancellationToken).ConfigureAwait(false);
        }

        var arrived = await runs.AcceptLateDeliveriesAsync(session, now - LateDeliveries, now, cancellationToken).ConfigureAwait(false);
        await notices.AddAsync(
            session,
            [.. arrived.Where(change => change.IsOfSchedule).Select(change => change.ToNotice(NoticeKind.Recovered, "All deliveries that failed were accepted since"))],
            now,
            cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <returns>When the next schedule is to be looked at; null when there is none.</returns>
    public async Task<(DateTimeOffset Now, DateTimeOffset? Next)> NextAsync(CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        return (await time.NowAsync(session, cancellationToken).ConfigureAwait(false), await store.NextAsync(session, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Plans a number of schedules that have to be.</summary>
    /// <returns>How many; zero when nothing is left to do.</returns>
    public async Task<int> PlanAsync(CancellationToken cancellationToken)
    {
        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        var now = await time.NowAsync(session, cancellationToken).ConfigureAwait(false);
        var taken = await store.TakeAsync(session, now, Batch, cancellationToken).ConfigureAwait(false);
        if (taken.IsEmpty)
            return 0;
        var catalog = await calendars.CatalogAsync(session, cancellationToken).ConfigureAwait(false);
        var (rows, progress) = (new List<PlannedRow>(), new List<PlanProgress>());
        foreach (var schedule in taken.TakeWhile(_ => rows.Count < Rows))
        {
            if (await PlanAsync(session, schedule, catalog, rows, now, cancellationToken).ConfigureAwait(false) is { } planned)
                progress.Add(planned);
        }

        await store.AddAsync(session, [.. rows], now, cancellationToken).ConfigureAwait(false);
        await store.NoteAsync(session, [.. progress], zones.Version, cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        return taken.Length;
    }

    /// <returns>Null for one that cannot be planned.</returns>
    private async Task<PlanProgress?> PlanAsync(Session session, Schedule schedule, CalendarCatalog catalog, List<PlannedRow> rows, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!schedule.IsActive)
        {
            await holds.CancelAsync(session, schedule.Id, PlanRevision.Deactivated, "planner", now, cancellationToken).ConfigureAwait(false);
            // Nothing of the time when it is switched off is ever made up for.
            return new PlanProgress(schedule.Id.ToString(), RowText.Of(Never), RowText.Of(Never), null);
        }

        var rule = schedule.Rule;
        var calendar = rule?.Calendar is { } id ? catalog.Find(id) : null;
        var flag = rule is null ? ScheduleFlag.Unreadable : rule.Calendar is not null && calendar is null ? ScheduleFlag.CalendarUnknown : zones.Find(rule.Zone) is null ? ScheduleFlag.ZoneUnknown : null;
        if (flag is not null)
        {
            await FlagAsync(session, schedule, flag, now, cancellationToken).ConfigureAwait(false);
            return null;
        }

        return schedule.PlanReason is { } why && schedule.PlanTzdb is not null
            ? await ReviseAsync(session, schedule, rule!, calendar, why, rows, now, cancellationToken).ConfigureAwait(false)
            : Extend(schedule, rule!, calendar, rows, now);
    }

    private PlanProgress Extend(Schedule schedule, ScheduleDefinition rule, BusinessCalendar? calendar, List<PlannedRow> rows, DateTimeOffset now)
    {
        var present = Instant.FromDateTimeOffset(now);
        var plan = SchedulePlan.Of(rule, calendar, zones, schedule.Id, Instant.FromDateTimeOffset(schedule.PlannedThrough ?? now), present);
        rows.AddRange(Planned(plan, schedule, rule));
        return Progress(schedule, plan, present);
    }

    private async Task<PlanProgress> ReviseAsync(
        Session session, Schedule schedule, ScheduleDefinition rule, BusinessCalendar? calendar, string why, List<PlannedRow> rows, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var present = Instant.FromDateTimeOffset(now);
        // What an outage has left is planned part by part after it.
        var isBehind = schedule.PlannedThrough < now;
        var after = isBehind ? schedule.PlannedThrough!.Value : now;
        var since = rule.FollowsElapsedTime ? Instant.Max(Instant.FromDateTimeOffset(after), present - Behind) : present - Behind;
        var kept = await store.ListAsync(session, schedule.Id, (since - (rule.FollowsElapsedTime ? Nearby : Behind)).InUtc().Date.ToDateOnly(), cancellationToken).ConfigureAwait(false);
        if (kept.Any(IsPlanned))
            since = Instant.Min(since, Instant.FromDateTimeOffset(kept.Where(IsPlanned).Min(row => row.DueAt)) - (rule.FollowsElapsedTime ? Duration.Zero : Behind));
        var plan = isBehind
            ? SchedulePlan.Past(rule, calendar, zones, schedule.Id, since, Instant.FromDateTimeOffset(after), present)
            : SchedulePlan.Anew(rule, calendar, zones, schedule.Id, since, present);
        var through = plan.Through.ToDateTimeOffset();
        var revision = PlanRevision.Of(kept, [.. Planned(plan, schedule, rule)], after, through, now);
        await store.RemoveAsync(session, revision.Remove, cancellationToken).ConfigureAwait(false);
        await store.MoveAsync(session, revision.Change, now, cancellationToken).ConfigureAwait(false);
        rows.AddRange(revision.Add);
        if (!revision.Moves.IsEmpty)
        {
            await audit.AppendAsync(session, Caller.Server, "schedule.replanned", schedule.Id.ToString(), null, revision.ToJson(why), cancellationToken).ConfigureAwait(false);
            if (why != "edited")
                await notices.AddAsync(session, NoticeKind.Moved, schedule.Id, null, MoveWords.Of(schedule.Name, revision.Moves, why), now, cancellationToken).ConfigureAwait(false);
        }

        return Progress(schedule, plan, present);
    }

    private static bool IsPlanned(Occurrence row) => row.State == OccurrenceState.Planned;

    private async Task FlagAsync(Session session, Schedule schedule, string flag, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await store.FlagAsync(session, schedule.Id, flag, now, now + Rest, cancellationToken).ConfigureAwait(false))
            await notices.AddAsync(session, NoticeKind.Flagged, schedule.Id, null, $"The schedule '{schedule.Name}' cannot be planned any further: {FlagWords.Of(flag, schedule.Rule, zones)}.", now, cancellationToken).ConfigureAwait(false);
    }

    private static IEnumerable<PlannedRow> Planned(SchedulePlan plan, Schedule schedule, ScheduleDefinition rule)
    {
        var attempts = schedule.PolicySet.MaxAttempts;
        return plan.Rows.Select(row => PlannedRow.Of(row, schedule, rule, attempts));
    }

    private static PlanProgress Progress(Schedule schedule, SchedulePlan plan, Instant now) => new(
        schedule.Id.ToString(),
        RowText.Of(plan.Through),
        RowText.Of(plan.Again),
        plan.Rows.FirstOrDefault(row => row.Reason is null && row.At > now) is { } next ? RowText.Of(next.At) : null);
}
