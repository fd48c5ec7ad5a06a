using System.Collections.Immutable;
using Daybook.Storage;

namespace Daybook.Schedules.Running;

/// <summary>
/// Nodes' claims on occurrences. A claim has a lease, which is renewed for all claims of a node at once, and a fence, which every write of the
/// claim names: who lost it changes nothing. Claiming happens in turn, within a tick.
/// </summary>
internal sealed class ClaimStore(Database database)
{
    /// <summary>Its report is still to be made. One that waits for its minute or for its deliveries takes nobody's place, however long a recipient keeps it waiting.</summary>
    private const string Making = "state = 'running' and step in ('none', 'ordered', 'made')";

    private bool IsSqlite => database.Dialect == "sqlite";

    /// <summary>Takes what is due, the most important and the oldest first, one of each schedule where its runs must not overlap.</summary>
    /// <param name="limit">How many at most.</param>
    /// <returns>How many were taken.</returns>
    public async Task<int> ClaimAsync(Session session, string node, int limit, SchedulesOptions options, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var ids = await FreeAsync(session, limit, options, now, cancellationToken).ConfigureAwait(false);
        if (ids.IsEmpty)
            return 0;
        if (IsSqlite)
            await session.ExecuteAsync("update occurrence_fences set last = last + 1", null, cancellationToken).ConfigureAwait(false);
        var fence = IsSqlite ? "(select last from occurrence_fences)" : "nextval('occurrence_fences')";
        // By their ids: as one statement with the question which ones, PostgreSQL compares each that is due with each that is taken.
        return await session.ExecuteAsync(
            $"""
            update occurrences set state = 'running', reason = null, state_changed_at = @now, changed_by = 'claim', attempt = attempt + 1, fence = {fence},
                lease_owner = @node, lease_until = @until, started_at = coalesce(started_at, @now), next_attempt_at = null, hold_until = null
            where {OccurrenceTransitions.Where(OccurrenceActor.Claim, OccurrenceState.Running)} and id {database.IsOneOf("ids")}
            """,
            new { node, ids = database.Keys(ids), now, until = now.AddSeconds(options.LeaseSeconds) },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Renews the claims of a node in one statement: those of which a good part of the lease is over. It passes over what a transaction is writing to at this moment, so that no other claim runs out
    /// however long that takes; nobody takes over what is being written to.
    /// </summary>
    /// <returns>Whether none was passed over.</returns>
    public async Task<bool> RenewAsync(Session session, string node, int leaseSeconds, DateTimeOffset now, CancellationToken cancellationToken)
    {
        const string Ageing = "state = 'running' and lease_owner = @node and lease_until < @soon";
        var soon = now.AddSeconds(leaseSeconds * 0.9);
        await session.ExecuteAsync(
            $"update occurrences set lease_until = @until where {Ageing} and id in (select id from occurrences where {Ageing} order by id {database.SkipLocked})",
            new { node, soon, until = now.AddSeconds(leaseSeconds) },
            cancellationToken).ConfigureAwait(false);
        return !await session.GetAsync<bool>($"select exists (select 1 from occurrences where {Ageing})", new { node, soon }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Gives back every claim of a node that stops; these attempts do not count.</summary>
    public Task ReleaseAsync(Session session, string node, DateTimeOffset now, CancellationToken cancellationToken) => session.ExecuteAsync(
        $"""
        update occurrences set state = 'due', reason = 'node_stopped', state_changed_at = @now, changed_by = 'worker', attempt = attempt - 1, next_attempt_at = @now, lease_until = null
        where {OccurrenceTransitions.Where(OccurrenceActor.Worker, OccurrenceState.Due)} and lease_owner = @node
        """,
        new { node, now },
        cancellationToken);

    /// <returns>How many of a node's claims still need their report.</returns>
    public Task<int> CountMakingAsync(Session session, string node, CancellationToken cancellationToken) =>
        session.GetAsync<int>($"select count(*) from occurrences where {Making} and lease_owner = @node", new { node }, cancellationToken);

    /// <returns>How many claims a node has.</returns>
    public Task<int> CountAsync(Session session, string node, CancellationToken cancellationToken) =>
        session.GetAsync<int>("select count(*) from occurrences where state = 'running' and lease_owner = @node", new { node }, cancellationToken);

    /// <returns>What may be taken now, in the order of taking it.</returns>
    private static Task<ImmutableArray<OccurrenceId>> FreeAsync(Session session, int limit, SchedulesOptions options, DateTimeOffset now, CancellationToken cancellationToken) => session.ListAsync<OccurrenceId>(
        $"""
        select id from (
            select id, priority, due_at,
                case when is_catch_up then row_number() over (partition by is_catch_up order by priority desc, due_at, id) end as caught_up,
                case when is_backfill then row_number() over (partition by is_backfill order by due_at, id) end as filled
            from (
                select o.id, s.priority, o.due_at, coalesce(o.misfire, '') = 'catch_up' as is_catch_up, o.origin = 'backfill' as is_backfill,
                    row_number() over (partition by case when s.concurrency = 'allow' or o.origin in ('test', 'backfill') then o.id else o.schedule_id end order by o.due_at, o.id) as turn
                from occurrences o join cob_report_schedules s on s.id = o.schedule_id
                where o.state = 'due' and coalesce(o.misfire, '') <> 'pending' and coalesce(o.next_attempt_at, o.run_at) <= @now
                    and not (o.started_at is null and o.origin = 'scheduled' and not o.wanted and coalesce(o.start_deadline < @now, false))
                    and (s.concurrency = 'allow' or o.origin in ('test', 'backfill') or not exists (
                        select 1 from occurrences a where a.schedule_id = o.schedule_id and a.state = 'running' and a.origin in ('scheduled', 'manual')))
            ) free
            where turn = 1
        ) ranked
        where coalesce(caught_up, 0) <= @catchUp - (select count(*) from occurrences where {Making} and misfire = 'catch_up')
            and coalesce(filled, 0) <= @backfill - (select count(*) from occurrences where {Making} and origin = 'backfill')
        order by priority desc, due_at, id limit @limit
        """,
        new { limit, now, catchUp = options.CatchUpAtOnce, backfill = options.BackfillAtOnce },
        cancellationToken);
}
