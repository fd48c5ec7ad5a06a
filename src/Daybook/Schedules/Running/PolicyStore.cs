using System.Collections.Immutable;
using Daybook.Storage;

namespace Daybook.Schedules.Running;

/// <summary>The policies of schedules over what is due and has not begun. Each is one statement about all schedules that have it, and misses no more than so many at a time.</summary>
internal sealed class PolicyStore(Database database)
{
    /// <summary>Occurrences that one statement misses at most, the oldest first; what is left over comes with the next look.</summary>
    public const int Batch = TickStore.Batch;

    /// <summary>What a person wants to run waits for its turn and is taken back by no policy.</summary>
    private const string Waiting = "state = 'due' and started_at is null and origin = 'scheduled' and not wanted";

    // Questions about other rows are asked row by row, through the index of their schedule: as "exists" PostgreSQL joins them, and with statistics from before everything
    // fell due it compares each row with each.
    private const string Newer =
        """
        (select 1 from occurrences n where n.schedule_id = occurrences.schedule_id and n.state = 'due' and n.attempt = 0 and n.origin = 'scheduled' and not n.wanted
            and n.due_at > occurrences.due_at limit 1) is not null
        """;

    private const string Active =
        "(select 1 from occurrences a where a.schedule_id = occurrences.schedule_id and a.state = 'running' and a.origin in ('scheduled', 'manual') limit 1) is not null";

    /// <returns>Those whose last moment to start has passed.</returns>
    public Task<ImmutableArray<TickChange>> MissDeadlinesAsync(Session session, DateTimeOffset now, CancellationToken cancellationToken) =>
        MissAsync(session, "deadline", $"{Waiting} and start_deadline < @now", now, cancellationToken);

    /// <summary>Whether anything waits whose schedule has a run that is active: asked of the runs, which are few beside all that is due.</summary>
    public async Task<bool> AreOverlapsAsync(Session session, CancellationToken cancellationToken) => await session.GetAsync<bool>(
        """
        select exists (select 1 from occurrences where state = 'running' and origin in ('scheduled', 'manual')
            and (select 1 from occurrences n where n.schedule_id = occurrences.schedule_id and n.state = 'due' limit 1) is not null)
        """,
        null,
        cancellationToken).ConfigureAwait(false);

    public async Task<bool> AreSuspectsAsync(Session session, CancellationToken cancellationToken) => await session.GetAsync<bool>(
        "select exists (select 1 from occurrences where state = 'due' and misfire = 'pending')", null, cancellationToken).ConfigureAwait(false);

    /// <summary>
    /// Decides about what fell due while nothing could run. What one look sees is not all of a long outage: who is certain to be missed is missed at once, and what is left may run,
    /// a few at a time, when everything of its schedule is planned and has fallen due up to now.
    /// </summary>
    /// <returns>What is missed.</returns>
    public async Task<ImmutableArray<TickChange>> MisfireAsync(Session session, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var skipped = await MissAsync(session, "misfire_skip", $"{Suspect} and {Has("misfire", "skip")}", now, cancellationToken).ConfigureAwait(false);
        var superseded = await MissAsync(session, "superseded", $"{Suspect} and {Has("misfire", "run_latest")} and {Newer}", now, cancellationToken).ConfigureAwait(false);
        var beyond = await MissAsync(
            session,
            "catch_up_cap",
            $"""
            id in (select id from (
                select id, schedule_id, row_number() over (partition by schedule_id order by due_at, id) as place from occurrences where state = 'due' and {Suspect} and {Has("misfire", "run_all")}) e
            where place + (select count(*) from occurrences d where d.schedule_id = e.schedule_id and d.state = 'due' and d.misfire = 'catch_up')
                + (select count(*) from occurrences a where a.schedule_id = e.schedule_id and a.state = 'running' and a.misfire is not null)
                > (select s.catch_up_cap from cob_report_schedules s where s.id = e.schedule_id))
            """,
            now,
            cancellationToken).ConfigureAwait(false);
        // While one look could not miss all that is to be missed, what is left of it is not known yet.
        if (skipped.Length == Batch || superseded.Length == Batch || beyond.Length == Batch)
            return [.. skipped, .. superseded, .. beyond];
        await session.ExecuteAsync(
            """
            update occurrences set misfire = 'catch_up' where state = 'due' and misfire = 'pending'
                and (select 1 from cob_report_schedules s where s.id = occurrences.schedule_id and (s.planned_through >= @now or s.plan_at > @now)) is not null
                and coalesce((select p.run_at from occurrences p where p.schedule_id = occurrences.schedule_id and p.state = 'planned' and p.origin = 'scheduled' order by p.due_at limit 1) > @now, true)
            """,
            new { now },
            cancellationToken).ConfigureAwait(false);
        return [.. skipped, .. superseded, .. beyond];
    }

    /// <summary>Decides about what is due while a run of the same schedule is active. What an outage left over waits for its turn instead.</summary>
    /// <returns>What is skipped.</returns>
    public async Task<ImmutableArray<TickChange>> OverlapAsync(Session session, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var running = await SkipAsync(session, "overlap_running", $"{Waiting} and misfire is null and {Has("concurrency", "skip")} and {Active}", now, cancellationToken).ConfigureAwait(false);
        var queued = await SkipAsync(session, "overlap_queue", $"{Waiting} and misfire is null and {Has("concurrency", "queue_one")} and {Active} and {Newer}", now, cancellationToken).ConfigureAwait(false);
        await session.ExecuteAsync(
            $"""
            update occurrences set cancel_requested = 'overlap' where id in (
                select id from occurrences where state = 'running' and origin in ('scheduled', 'manual') and cancel_requested is null and {Has("concurrency", "cancel_previous")}
                and (select 1 from occurrences n where n.schedule_id = occurrences.schedule_id and n.state = 'due' and n.attempt = 0 and n.origin = 'scheduled' and not n.wanted
                        and n.misfire is null and n.due_at > occurrences.due_at limit 1) is not null
                {database.SkipLocked})
            """,
            null,
            cancellationToken).ConfigureAwait(false);
        return [.. running, .. queued];
    }

    private const string Suspect = Waiting + " and misfire = 'pending'";

    private static string Has(string column, string word) => $"(select 1 from cob_report_schedules s where s.id = occurrences.schedule_id and s.{column} = '{word}' limit 1) is not null";

    private static Task<ImmutableArray<TickChange>> MissAsync(Session session, string reason, string where, DateTimeOffset now, CancellationToken cancellationToken) => session.ListAsync<TickChange>(
        $"""
        update occurrences set state = 'missed', reason = @reason, state_changed_at = @now, changed_by = 'misfire', finished_at = @now, misfire = null
        where {OccurrenceTransitions.Where(OccurrenceActor.Misfire, OccurrenceState.Missed)} and id in (select id from occurrences where state = 'due' and {where} order by due_at, id limit {Batch})
        returning {TickChange.Columns}
        """,
        new { reason, now },
        cancellationToken);

    private static Task<ImmutableArray<TickChange>> SkipAsync(Session session, string reason, string where, DateTimeOffset now, CancellationToken cancellationToken) => session.ListAsync<TickChange>(
        $"""
        update occurrences set state = 'skipped', reason = @reason, state_changed_at = @now, changed_by = 'overlap', finished_at = @now
        where {OccurrenceTransitions.Where(OccurrenceActor.Overlap, OccurrenceState.Skipped)} and {where}
        returning {TickChange.Columns}
        """,
        new { reason, now },
        cancellationToken);
}
