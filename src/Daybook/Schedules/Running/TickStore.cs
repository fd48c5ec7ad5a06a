using System.Collections.Immutable;
using Daybook.Storage;

namespace Daybook.Schedules.Running;

/// <summary>
/// What time alone does to occurrences: planned ones fall due, claims and holds run out. All nodes take turns at it, so every statement sees
/// the whole; each is one statement about all rows it concerns, and looks only at rows that wait for something.
/// </summary>
internal sealed class TickStore(Database database)
{
    /// <summary>Rows that one statement moves at most, so that nobody else waits long; what is left over comes with the next look.</summary>
    public const int Batch = 1000;

    /// <summary>What is in time and falls due in one look, at most: at the close of business all of it at one instant.</summary>
    public const int Many = 10_000;

    /// <summary>When lateness begins to count: the planned start, or falling due where it is made ahead.</summary>
    private const string Start = "(case when run_at > due_at then run_at else due_at end)";

    /// <summary>One whose pause is over holds nothing more, also while what it held is still being let go of.</summary>
    private const string IsPaused = "(s.paused_at is not null and (s.paused_until is null or s.paused_until > @now))";

    private const string InTime =
        """
        and run_at > @late and not exists (select 1 from occurrences p where p.schedule_id = occurrences.schedule_id and p.state = 'planned' and p.origin = 'scheduled'
            and p.due_at < occurrences.due_at and p.run_at <= @late)
        """;

    /// <summary>Waits for its turn, until the transaction ends.</summary>
    /// <returns>When any node looked last; null when none ever did.</returns>
    public async Task<DateTimeOffset?> LockAsync(Session session, CancellationToken cancellationToken) =>
        await session.FindAsync<DateTimeOffset?>($"select ticked_at from schedule_pulse where id = 1 {database.ForUpdate}", null, cancellationToken).ConfigureAwait(false);

    public Task NoteAsync(Session session, DateTimeOffset now, CancellationToken cancellationToken) => session.ExecuteAsync(
        "insert into schedule_pulse (id, ticked_at) values (1, @now) on conflict (id) do update set ticked_at = excluded.ticked_at", new { now }, cancellationToken);

    /// <summary>What there is to do, in one look.</summary>
    public Task<TickOutlook> LookAsync(Session session, DateTimeOffset now, CancellationToken cancellationToken) => session.GetAsync<TickOutlook>(
        """
        select
            (select min(run_at) from occurrences where state = 'planned') as next_run_at,
            exists (select 1 from occurrences where state = 'due') as is_any_due,
            (select min(lease_until) from occurrences where state = 'running') as next_lease_end,
            (select min(hold_until) from occurrences where state = 'held') as next_hold_end,
            (select min(paused_until) from cob_report_schedules where paused_until is not null) as next_resume
        """,
        null,
        cancellationToken);

    /// <returns>When the next attempt of what failed may begin; null where none waits for its time.</returns>
    public Task<DateTimeOffset?> NextAttemptAsync(Session session, DateTimeOffset now, CancellationToken cancellationToken) => session.FindAsync<DateTimeOffset?>(
        "select min(next_attempt_at) from occurrences where state = 'due' and next_attempt_at > @now", new { now }, cancellationToken);

    /// <summary>
    /// Planned ones whose time has come are due; those of a paused schedule are held. One that waited much too long was not looked after. Those of one schedule fall due in
    /// their order.
    /// </summary>
    /// <param name="inTime">Only those that are not late and have none before them that is: they do not wait until all of an outage is accounted for.</param>
    /// <param name="limit">How many at most.</param>
    /// <returns>Their schedules; first those of what is held.</returns>
    public async Task<(ImmutableArray<ScheduleId> Held, ImmutableArray<ScheduleId> Due)> FallDueAsync(Session session, bool inTime, int limit, DateTimeOffset now, CancellationToken cancellationToken)
    {
        const string Paused = $"exists (select 1 from cob_report_schedules s where s.id = occurrences.schedule_id and {IsPaused}) and origin = 'scheduled'";
        // Asked of the schedules that are paused, of which there are few: after an outage very much is behind its time. SQLite keeps the order of a cross join.
        var held = inTime ? [] : await session.ListAsync<ScheduleId>(
            $"""
            update occurrences set state = 'held', reason = 'paused', state_changed_at = @now, changed_by = 'pause'
            where id in (
                    select o.id from cob_report_schedules s cross join occurrences o
                    where {IsPaused} and o.schedule_id = s.id and o.state = 'planned' and o.origin = 'scheduled' and o.run_at <= @now limit @limit)
                and {OccurrenceTransitions.Where(OccurrenceActor.Pause, OccurrenceState.Held)}
            returning schedule_id
            """,
            new { now, limit },
            cancellationToken).ConfigureAwait(false);
        var due = await session.ListAsync<ScheduleId>(
            $"""
            update occurrences set state = 'due', reason = null, state_changed_at = @now, changed_by = 'clock',
                misfire = case when origin = 'scheduled' and {Start} < @late then 'pending' end
            where id in (select id from occurrences where state = 'planned' and run_at <= @now {(inTime ? InTime : "")} and not ({Paused}) order by run_at limit @limit)
                and {OccurrenceTransitions.Where(OccurrenceActor.Clock, OccurrenceState.Due)}
            returning schedule_id
            """,
            new { now, limit, late = now - OccurrenceClock.Late },
            cancellationToken).ConfigureAwait(false);
        return (held, due);
    }

    /// <summary>
    /// Has what was just held fall due after all where somebody resumed its schedule at that very moment and could not see it: nobody would let go of it any more. To be asked when the schedules
    /// are locked.
    /// </summary>
    public Task LetGoAsync(Session session, IEnumerable<ScheduleId> held, DateTimeOffset now, CancellationToken cancellationToken) => session.ExecuteAsync(
        $"""
        update occurrences set state = 'due', reason = 'resumed', state_changed_at = @now, changed_by = 'pause'
        where {OccurrenceTransitions.Where(OccurrenceActor.Pause, OccurrenceState.Due)} and reason = 'paused' and state_changed_at = @now and schedule_id {database.IsOneOf("ids")}
            and not exists (select 1 from cob_report_schedules s where s.id = occurrences.schedule_id and {IsPaused})
        """,
        new { now, ids = database.Keys(held.Distinct()) },
        cancellationToken);

    /// <summary>Notes when schedules fall due next; they are locked in the order in which those who end runs lock them.</summary>
    public async Task NoteNextAsync(Session session, IEnumerable<ScheduleId> schedules, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var chunk in schedules.Distinct().OrderBy(id => id.Value).Chunk(Batch))
        {
            await session.ExecuteAsync(
                $"""
                update cob_report_schedules set next_run_at =
                    (select min(o.due_at) from occurrences o where o.schedule_id = cob_report_schedules.id and o.due_at > @now and o.state = 'planned' and o.origin = 'scheduled')
                where id in (select id from cob_report_schedules where id {database.IsOneOf("ids")} order by id {database.ForUpdate})
                """,
                new { ids = database.Keys(chunk), now },
                cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>After an outage everything that is due and late waits for the policy of its schedule.</summary>
    /// <returns>How many were found; as many as are looked for at a time, where there may be more.</returns>
    public Task<int> SuspectAsync(Session session, DateTimeOffset now, CancellationToken cancellationToken) => session.ExecuteAsync(
        $"""
        update occurrences set misfire = 'pending' where id in (
            select id from occurrences where state = 'due' and started_at is null and origin = 'scheduled' and not wanted and misfire is null and {Start} < @late limit {Batch})
        """,
        new { late = now - OccurrenceClock.Late },
        cancellationToken);

    /// <summary>
    /// Claims that were not renewed end: another attempt follows at once, or none where all are used up. What only waited, for its report, its minute or its deliveries,
    /// has not tried anything: one more is allowed for it.
    /// </summary>
    /// <returns>How many were taken back for another attempt, and those that failed.</returns>
    public async Task<(int Back, ImmutableArray<TickChange> Failed)> EndLeasesAsync(Session session, DateTimeOffset now, CancellationToken cancellationToken)
    {
        const string Waits = "step in ('ordered', 'gated', 'delivering')";
        const string MayGoOn = $"(attempt < max_attempts or cancel_requested is not null or {Waits})";
        // What its frozen owner has locked at this moment comes with one of the next looks; it may be free again between the two statements.
        var over = $"id in (select id from occurrences where state = 'running' and lease_until < @now {database.SkipLocked})";
        var back = await session.ExecuteAsync(
            $"""
            update occurrences set state = 'due', reason = 'lease_expired', state_changed_at = @now, changed_by = 'lease', next_attempt_at = @now, lease_until = null,
                max_attempts = case when {Waits} then max_attempts + 1 else max_attempts end
            where {OccurrenceTransitions.Where(OccurrenceActor.Lease, OccurrenceState.Due)} and {MayGoOn} and {over}
            """,
            new { now },
            cancellationToken).ConfigureAwait(false);
        var failed = await session.ListAsync<TickChange>(
            $"""
            update occurrences set state = 'failed', reason = 'attempts_used_up', error_code = 'attempts_used_up',
                error_text = 'The nodes that ran this occurrence stopped each time.', state_changed_at = @now, changed_by = 'lease', finished_at = @now, lease_until = null
            where {OccurrenceTransitions.Where(OccurrenceActor.Lease, OccurrenceState.Failed)} and not {MayGoOn} and {over}
            returning {TickChange.Columns}
            """,
            new { now },
            cancellationToken).ConfigureAwait(false);
        return (back, failed);
    }

    /// <returns>Held ones that nobody decided about in time, which are missed.</returns>
    public Task<ImmutableArray<TickChange>> EndHoldsAsync(Session session, DateTimeOffset now, CancellationToken cancellationToken) => session.ListAsync<TickChange>(
        $"""
        update occurrences set state = 'missed', reason = 'hold_expired', state_changed_at = @now, changed_by = 'hold_expiry', finished_at = @now
        where id in (select id from occurrences where {OccurrenceTransitions.Where(OccurrenceActor.HoldExpiry, OccurrenceState.Missed)} and hold_until < @now order by hold_until limit {Batch})
            and {OccurrenceTransitions.Where(OccurrenceActor.HoldExpiry, OccurrenceState.Missed)}
        returning {TickChange.Columns}
        """,
        new { now },
        cancellationToken);

    /// <returns>Schedules whose pause is over.</returns>
    public Task<ImmutableArray<ScheduleId>> PausesOverAsync(Session session, DateTimeOffset now, CancellationToken cancellationToken) => session.ListAsync<ScheduleId>(
        $"select id from cob_report_schedules where paused_until is not null and paused_until <= @now order by id {database.ForUpdate}", new { now }, cancellationToken);

    public Task EndPauseAsync(Session session, ScheduleId id, CancellationToken cancellationToken) => session.ExecuteAsync(
        "update cob_report_schedules set paused_at = null, paused_by = null, pause_note = null, paused_until = null where id = @id", new { id }, cancellationToken);
}
