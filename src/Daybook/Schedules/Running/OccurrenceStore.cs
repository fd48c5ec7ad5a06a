using System.Collections.Immutable;
using Daybook.Accounts;
using Daybook.Storage;

namespace Daybook.Schedules.Running;

/// <summary>What callers ask about occurrences, and the changes of single ones. Rights are those of the schedule.</summary>
internal sealed class OccurrenceStore(Database database)
{
    internal const string Columns =
        """
        o.id, o.schedule_id, o.schedule_version, o.origin, o.nominal_date, o.business_date, o.slot, o.local_time, o.zone, o.utc_offset_seconds, o.due_at, o.adjustments,
        o.calendar_version, o.tzdb_version, o.period_start, o.period_end, o.report_date, o.run_at, o.start_deadline, o.state, o.reason, o.note, o.state_changed_at,
        o.changed_by, o.attempt, o.max_attempts, o.next_attempt_at, o.lease_owner, o.lease_until, o.fence, o.step, o.cancel_requested, o.hold_until, o.delivers,
        o.requested_by, o.revision, o.suppress_reason, o.report_id, o.block_errors, o.export_errors, o.delivery_summary, o.started_at, o.finished_at, o.error_code, o.error_text, o.created_at
        """;

    /// <summary>Those of deleted schedules are still there for their readers.</summary>
    private const string MayRead = "(@seesAll or s.owner_id = @userId)";

    public Task<Occurrence?> FindAsync(Session session, Caller caller, OccurrenceId id, CancellationToken cancellationToken) => session.FindAsync<Occurrence>(
        $"select {Columns} from occurrences o join cob_report_schedules s on s.id = o.schedule_id where o.id = @id and {MayRead}", Rights(caller, new { id }), cancellationToken);

    /// <summary>The same, for a change: others who change it wait.</summary>
    public async Task<Occurrence?> LockAsync(Session session, Caller caller, OccurrenceId id, CancellationToken cancellationToken)
    {
        await session.FindAsync<OccurrenceId?>($"select id from occurrences where id = @id {database.ForUpdate}", new { id }, cancellationToken).ConfigureAwait(false);
        return await FindAsync(session, caller, id, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>By the instant of falling due; those after an instant and id.</summary>
    public Task<ImmutableArray<Occurrence>> ListAsync(
        Session session, Caller caller, OccurrenceFilter filter, DateTimeOffset afterDue, OccurrenceId afterId, int limit, CancellationToken cancellationToken) => session.ListAsync<Occurrence>(
        $"""
        select {Columns} from occurrences o join cob_report_schedules s on s.id = o.schedule_id
        where {MayRead}{Where(filter)} and (o.due_at, o.id) > (@afterDue, @afterId) order by o.due_at, o.id limit @limit
        """,
        Rights(caller, new { filter.ScheduleId, filter.From, filter.To, filter.State, filter.Origin, afterDue, afterId, limit }),
        cancellationToken);

    /// <summary>The same, the latest first; those before an instant and id.</summary>
    public Task<ImmutableArray<Occurrence>> ListBackwardsAsync(
        Session session, Caller caller, OccurrenceFilter filter, DateTimeOffset beforeDue, OccurrenceId beforeId, int limit, CancellationToken cancellationToken) => session.ListAsync<Occurrence>(
        $"""
        select {Columns} from occurrences o join cob_report_schedules s on s.id = o.schedule_id
        where {MayRead}{Where(filter)} and (o.due_at, o.id) < (@beforeDue, @beforeId) order by o.due_at desc, o.id desc limit @limit
        """,
        Rights(caller, new { filter.ScheduleId, filter.From, filter.To, filter.State, filter.Origin, beforeDue, beforeId, limit }),
        cancellationToken);

    /// <returns>Those of a schedule that run, the oldest first.</returns>
    public Task<ImmutableArray<OccurrenceId>> RunningAsync(Session session, ScheduleId id, CancellationToken cancellationToken) => session.ListAsync<OccurrenceId>(
        "select id from occurrences where schedule_id = @id and state = 'running' order by due_at, id", new { id }, cancellationToken);

    /// <summary>What became of one occurrence since it was planned, oldest first.</summary>
    public Task<ImmutableArray<OccurrenceEvent>> EventsAsync(Session session, OccurrenceId id, CancellationToken cancellationToken) => session.ListAsync<OccurrenceEvent>(
        """
        select at, actor, from_state, to_state, reason, note, due_from, due_to, attempt, fence, node
        from occurrence_events where occurrence_id = @id order by id
        """,
        new { id },
        cancellationToken);

    /// <summary>Moves one occurrence to another state, if the table of transitions lets the actor do so.</summary>
    /// <param name="by">A user's name; null for the actor's own word.</param>
    /// <param name="note">What a person wrote about it.</param>
    /// <returns>False when it is in a state that this may not follow on.</returns>
    public async Task<bool> MoveAsync(
        Session session, OccurrenceId id, OccurrenceState to, OccurrenceActor actor, string? by, string? reason, string? note, DateTimeOffset now, CancellationToken cancellationToken) =>
        await session.ExecuteAsync(
            $"""
            update occurrences set state = @to, reason = @reason, note = @note, state_changed_at = @now, changed_by = @by, lease_owner = null, lease_until = null,
                finished_at = case when @isOver then @now else null end
            where id = @id and {OccurrenceTransitions.Where(actor, to)}
            """,
            new { id, to, reason, note, now, by = by ?? Input.EnumWords<OccurrenceActor>.Of(actor), isOver = to.IsOver },
            cancellationToken).ConfigureAwait(false) == 1;

    private static string Where(OccurrenceFilter filter) => string.Concat(
        filter.ScheduleId is null ? "" : " and o.schedule_id = @ScheduleId",
        filter.From is null ? "" : " and o.due_at >= @From",
        filter.To is null ? "" : " and o.due_at < @To",
        filter.State is null ? "" : " and o.state = @State",
        filter.Origin is null ? "" : " and o.origin = @Origin");

    private static Dapper.DynamicParameters Rights(Caller caller, object others)
    {
        var parameters = new Dapper.DynamicParameters(others);
        parameters.Add("seesAll", caller.Role.Includes(Role.Operator));
        parameters.Add("userId", caller.Id);
        return parameters;
    }
}
