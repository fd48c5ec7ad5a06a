using System.Collections.Immutable;
using System.Text.Json;
using Daybook.Accounts;
using Daybook.Calendars;
using Daybook.Storage;

namespace Daybook.Schedules.Running;

/// <summary>What planning reads and writes: rows ahead of their time, and their changes until it comes.</summary>
internal sealed class OccurrencePlanStore(Database database)
{
    private const string Names =
        """
        schedule_id, schedule_version, max_attempts, nominal_date, business_date, slot, local_time, zone, utc_offset_seconds, due_at, adjustments, calendar_version,
        tzdb_version, period_start, period_end, report_date, run_at, start_deadline, state, reason
        """;

    private static readonly (string, string)[] Columns =
    [
        ("id", "uuid"), ("schedule_id", "uuid"), ("schedule_version", "integer"), ("max_attempts", "integer"), ("nominal_date", "date"), ("business_date", "date"),
        ("slot", "text"), ("local_time", "text"), ("zone", "text"), ("utc_offset_seconds", "integer"), ("due_at", "timestamptz"), ("adjustments", "json"),
        ("calendar_version", "text"), ("tzdb_version", "text"), ("period_start", "timestamptz"), ("period_end", "timestamptz"), ("report_date", "date"),
        ("run_at", "timestamptz"), ("start_deadline", "timestamptz"), ("state", "text"), ("reason", "text"),
    ];

    private const string OfPlanning = $"flag in ('{ScheduleFlag.ZoneUnknown}', '{ScheduleFlag.CalendarUnknown}', '{ScheduleFlag.Unreadable}')";

    private string Rows => new JsonRows(database, "rows", Columns).Sql;

    /// <summary>Takes the schedules whose plan is to be looked at, the longest overdue first; others pass them over until this transaction ends.</summary>
    public async Task<ImmutableArray<Schedule>> TakeAsync(Session session, DateTimeOffset now, int limit, CancellationToken cancellationToken)
    {
        var ids = await session.ListAsync<ScheduleId>(
            $"select id from cob_report_schedules where plan_at <= @now and deleted_at is null order by plan_at, id limit @limit {database.SkipLocked}",
            new { now, limit },
            cancellationToken).ConfigureAwait(false);
        return ids.IsEmpty ? [] : await session.ListAsync<Schedule>(
            $"select {ScheduleStore.Columns} from {ScheduleStore.From} where s.id {database.IsOneOf("ids")} order by s.plan_at, s.id",
            new { ids = database.Keys(ids) },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Rows of the rule that planning may have to change: those that still wait, and those since a date.</summary>
    public Task<ImmutableArray<Occurrence>> ListAsync(Session session, ScheduleId id, DateOnly since, CancellationToken cancellationToken) => session.ListAsync<Occurrence>(
        $"select {OccurrenceStore.Columns} from occurrences o where o.schedule_id = @id and o.origin in ('scheduled', 'backfill') and (o.nominal_date >= @since or o.state = 'planned')",
        new { id, since },
        cancellationToken);

    /// <summary>Adds the rows that are not there yet.</summary>
    /// <returns>How many were added.</returns>
    public async Task<int> AddAsync(Session session, ImmutableArray<PlannedRow> rows, DateTimeOffset now, CancellationToken cancellationToken) => rows.IsEmpty ? 0 : await session.ExecuteAsync(
        $"""
        insert into occurrences (origin, state_changed_at, changed_by, created_at, {Names})
        select 'scheduled', @now, 'planner', @now, {Names} from {Rows} where true
        on conflict do nothing
        """,
        new { now, rows = Write(rows) },
        cancellationToken).ConfigureAwait(false);

    /// <summary>Adds a row that somebody asked for.</summary>
    /// <returns>Null where there is one of its date and slot already.</returns>
    public Task<OccurrenceId?> AddAsync(
        Session session, PlannedRow row, OccurrenceOrigin origin, UserId? requestedBy, string by, bool delivers, string? note, DateTimeOffset now, CancellationToken cancellationToken) => session.FindAsync<OccurrenceId?>(
        $"""
        insert into occurrences (origin, requested_by, delivers, note, state_changed_at, changed_by, created_at, {Names})
        select @origin, @requestedBy, @delivers, @note, @now, @by, @now, {Names} from {Rows} where true
        on conflict do nothing returning id
        """,
        new { origin, requestedBy, delivers, note, now, by, rows = Write([row]) },
        cancellationToken);

    /// <summary>Changes rows that are planned: to another instant, to other versions, or to skipped.</summary>
    public async Task MoveAsync(Session session, ImmutableArray<PlannedRow> rows, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (rows.IsEmpty)
            return;
        // Rows may take each other's business dates, so none keeps its slot while they change places.
        await session.ExecuteAsync(
            $"update occurrences set slot = occurrences.slot || '~' from {Rows} where occurrences.id = r.id and occurrences.{Planned}",
            new { rows = Write(rows) },
            cancellationToken).ConfigureAwait(false);
        await session.ExecuteAsync(
            $"""
            update occurrences set schedule_version = r.schedule_version, max_attempts = r.max_attempts, business_date = r.business_date, slot = r.slot, local_time = r.local_time,
                zone = r.zone, utc_offset_seconds = r.utc_offset_seconds, due_at = r.due_at, adjustments = r.adjustments, calendar_version = r.calendar_version,
                tzdb_version = r.tzdb_version, period_start = r.period_start, period_end = r.period_end, report_date = r.report_date, run_at = r.run_at,
                start_deadline = r.start_deadline, state = r.state, reason = r.reason, state_changed_at = @now, changed_by = 'planner'
            from {Rows} where occurrences.id = r.id and occurrences.{Planned}
            """,
            new { now, rows = Write(rows) },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Takes away rows that planning made and whose time has not come; each is planned anew, or lies beyond what is planned.</summary>
    public Task RemoveAsync(Session session, ImmutableArray<OccurrenceId> ids, CancellationToken cancellationToken) => ids.IsEmpty ? Task.CompletedTask : session.ExecuteAsync(
        $"delete from occurrences where id {database.IsOneOf("ids")} and state in ('planned', 'skipped', 'cancelled') and attempt = 0",
        new { ids = database.Keys(ids) },
        cancellationToken);

    /// <summary>Notes how far schedules are planned now.</summary>
    public Task NoteAsync(Session session, ImmutableArray<PlanProgress> schedules, string tzdb, CancellationToken cancellationToken) => schedules.IsEmpty ? Task.CompletedTask : session.ExecuteAsync(
        $"""
        update cob_report_schedules set planned_through = r.through, plan_at = r.plan_at, next_run_at = r.next, plan_reason = null, plan_tzdb = @tzdb,
            flag = case when {OfPlanning} then null else flag end, flagged_at = case when {OfPlanning} then null else flagged_at end
        from {new JsonRows(database, "rows", ("id", "uuid"), ("through", "timestamptz"), ("plan_at", "timestamptz"), ("next", "timestamptz")).Sql}
        where cob_report_schedules.id = r.id
        """,
        new { tzdb, rows = JsonSerializer.Serialize(schedules, ScheduleRowsJson.Default.ImmutableArrayPlanProgress) },
        cancellationToken);

    /// <returns>Calendars of which rows that are planned have another version than the catalog.</returns>
    public async Task<ImmutableArray<string>> StaleCalendarsAsync(Session session, CalendarCatalog catalog, CancellationToken cancellationToken)
    {
        var used = await session.ListAsync<string>("select distinct calendar_id from cob_report_schedules where calendar_id is not null and deleted_at is null", null, cancellationToken).ConfigureAwait(false);
        var stale = ImmutableArray.CreateBuilder<string>();
        foreach (var id in used)
        {
            var isStale = catalog.Find(id) is { } calendar && await session.GetAsync<bool>(
                """
                select exists (select 1 from occurrences o join cob_report_schedules s on s.id = o.schedule_id
                where s.calendar_id = @id and s.deleted_at is null and o.state = 'planned' and o.calendar_version <> @version)
                """,
                new { id, version = calendar.Version },
                cancellationToken).ConfigureAwait(false);
            if (isStale)
                stale.Add(id);
        }

        return stale.ToImmutable();
    }

    /// <summary>Has every schedule planned anew that was planned with other time-zone data, or not at all for want of its zone.</summary>
    /// <returns>How many there are.</returns>
    public Task<int> TimeZonesChangedAsync(Session session, string tzdb, CancellationToken cancellationToken) => session.ExecuteAsync(
        "update cob_report_schedules set plan_at = @atOnce, plan_reason = coalesce(plan_reason, 'tzdb') where (plan_tzdb <> @tzdb or flag = @unknown) and deleted_at is null",
        new { tzdb, unknown = ScheduleFlag.ZoneUnknown, atOnce = ScheduleStore.AtOnce },
        cancellationToken);

    /// <summary>Marks a schedule that cannot be planned; it is looked at again later, or when it is edited.</summary>
    /// <returns>False when it was marked so before.</returns>
    public async Task<bool> FlagAsync(Session session, ScheduleId id, string flag, DateTimeOffset now, DateTimeOffset planAt, CancellationToken cancellationToken)
    {
        await session.ExecuteAsync("update cob_report_schedules set plan_at = @planAt where id = @id", new { id, planAt }, cancellationToken).ConfigureAwait(false);
        return await session.ExecuteAsync(
            "update cob_report_schedules set flag = @flag, flagged_at = @now where id = @id and coalesce(flag, '') <> @flag", new { id, flag, now }, cancellationToken).ConfigureAwait(false) == 1;
    }

    /// <summary>Marks the schedules of users who may no longer sign in, and unmarks those that have an owner again.</summary>
    /// <returns>Those that were marked now.</returns>
    public async Task<ImmutableArray<ScheduleId>> FlagOwnersAsync(Session session, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // Of those who left there are few: their schedules are found by an index, where asking each schedule for its owner reads all of them.
        var left = database.Keys(await session.ListAsync<UserId>("select id from users where not is_active", null, cancellationToken).ConfigureAwait(false));
        await session.ExecuteAsync(
            $"update cob_report_schedules set flag = null, flagged_at = null where flag = '{ScheduleFlag.OwnerLeft}' and owner_id is not null and not (owner_id {database.IsOneOf("left")})",
            new { left },
            cancellationToken).ConfigureAwait(false);
        return await session.ListAsync<ScheduleId>(
            $"""
            update cob_report_schedules set flag = '{ScheduleFlag.OwnerLeft}', flagged_at = @now
            where (owner_id is null or owner_id {database.IsOneOf("left")}) and deleted_at is null and is_active and flag is null returning id
            """,
            new { left, now },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>When the next plan is to be looked at; null when there is no schedule.</summary>
    public Task<DateTimeOffset?> NextAsync(Session session, CancellationToken cancellationToken) => session.FindAsync<DateTimeOffset?>(
        "select min(plan_at) from cob_report_schedules where deleted_at is null", null, cancellationToken);

    private static string Planned => OccurrenceTransitions.Where(OccurrenceActor.Planner, OccurrenceState.Planned);

    private static string Write(ImmutableArray<PlannedRow> rows) => JsonSerializer.Serialize(rows, ScheduleRowsJson.Default.ImmutableArrayPlannedRow);
}
