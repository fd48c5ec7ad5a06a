using System.Collections.Immutable;
using Daybook.Reports;
using Daybook.Storage;

namespace Daybook.Schedules.Running;

/// <summary>What the node writes that has the claim. Every write names its fence and answers false when another took the occurrence over: then nothing was written.</summary>
internal sealed class RunStore(Database database)
{
    private const string Mine = "id = @Id and fence = @Fence and state = 'running'";

    /// <summary>Claims of a node that something can be done about: a step to begin, a report that is over, a time that has come, a wish to end.</summary>
    public Task<ImmutableArray<Occurrence>> ListAsync(Session session, string node, DateTimeOffset now, int limit, CancellationToken cancellationToken) => session.ListAsync<Occurrence>(
        $"""
        select {OccurrenceStore.Columns} from occurrences o left join cob_generated_reports r on r.id = o.report_id
        where o.state = 'running' and o.lease_owner = @node and (o.cancel_requested is not null or o.step in ('none', 'made')
            or (o.step = 'delivering' and not exists (
                select 1 from distributions x join deliveries d on d.distribution_id = x.id where x.occurrence_id = o.id and x.notice is null and d.state in ('planned', 'sending')))
            or (o.step = 'gated' and o.due_at <= @now) or (o.step = 'ordered' and (r.id is null or r.status not in ('pending', 'running'))
                and not (o.report_id is null and exists (select 1 from bursts b where b.occurrence_id = o.id and b.state in ('waiting', 'running')))))
        order by o.due_at, o.id limit @limit
        """,
        new { node, now, limit },
        cancellationToken);

    /// <returns>When the next report that was made ahead may be delivered; null when none waits.</returns>
    public Task<DateTimeOffset?> NextDeliveryAsync(Session session, string node, CancellationToken cancellationToken) => session.FindAsync<DateTimeOffset?>(
        "select min(due_at) from occurrences where state = 'running' and lease_owner = @node and step = 'gated'", new { node }, cancellationToken);

    /// <param name="report">Null where a burst is ordered.</param>
    public Task<bool> OrderedAsync(Session session, Occurrence occurrence, ReportId? report, DateTimeOffset now, CancellationToken cancellationToken) => WriteAsync(
        session, occurrence, "report_id = @report, step = 'ordered', step_at = @now", new { occurrence.Id, occurrence.Fence, report, now }, cancellationToken);

    public Task<bool> MadeAsync(Session session, Occurrence occurrence, int blockErrors, int exportErrors, DateTimeOffset now, CancellationToken cancellationToken) => WriteAsync(
        session,
        occurrence,
        "block_errors = @blockErrors, export_errors = @exportErrors, step = 'made', step_at = @now",
        new { occurrence.Id, occurrence.Fence, blockErrors, exportErrors, now },
        cancellationToken);

    /// <param name="reason">Why it will not be delivered; null when it will.</param>
    public Task<bool> GatedAsync(Session session, Occurrence occurrence, string? reason, DateTimeOffset now, CancellationToken cancellationToken) => WriteAsync(
        session, occurrence, "step = 'gated', step_at = @now, suppress_reason = @reason", new { occurrence.Id, occurrence.Fence, reason, now }, cancellationToken);

    public Task<bool> DeliveringAsync(Session session, Occurrence occurrence, DateTimeOffset now, CancellationToken cancellationToken) => WriteAsync(
        session, occurrence, "step = 'delivering', step_at = @now", new { occurrence.Id, occurrence.Fence, now }, cancellationToken);

    /// <summary>It is over: succeeded, completed with errors or failed.</summary>
    public Task<bool> FinishAsync(Session session, Occurrence occurrence, RunEnd end, DateTimeOffset now, CancellationToken cancellationToken) => WriteAsync(
        session,
        occurrence,
        $"""
        state = @State, reason = @Reason, error_code = @ErrorCode, error_text = @ErrorText, delivery_summary = coalesce(@Deliveries, delivery_summary), state_changed_at = @now,
        changed_by = 'worker', finished_at = @now, lease_until = null
        """,
        new { occurrence.Id, occurrence.Fence, end.State, end.Reason, end.ErrorCode, end.ErrorText, end.Deliveries, now },
        cancellationToken,
        OccurrenceTransitions.Where(OccurrenceActor.Worker, end.State));

    /// <summary>Another attempt follows; what is finished stays finished.</summary>
    public Task<bool> RetryAsync(Session session, Occurrence occurrence, string code, string? text, DateTimeOffset nextAttemptAt, DateTimeOffset now, CancellationToken cancellationToken) => WriteAsync(
        session,
        occurrence,
        "state = 'due', reason = 'retry', error_code = @code, error_text = @text, next_attempt_at = @nextAttemptAt, step = 'none', state_changed_at = @now, changed_by = 'worker', lease_until = null",
        new { occurrence.Id, occurrence.Fence, code, text, nextAttemptAt, now },
        cancellationToken,
        OccurrenceTransitions.Where(OccurrenceActor.Worker, OccurrenceState.Due));

    /// <param name="until">When it counts as missed; null waits for ever.</param>
    public Task<bool> HoldAsync(Session session, Occurrence occurrence, string reason, string? text, DateTimeOffset? until, DateTimeOffset now, CancellationToken cancellationToken) => WriteAsync(
        session,
        occurrence,
        "state = 'held', reason = @reason, error_text = @text, hold_until = @until, state_changed_at = @now, changed_by = 'gate', lease_until = null",
        new { occurrence.Id, occurrence.Fence, reason, text, until, now },
        cancellationToken,
        OccurrenceTransitions.Where(OccurrenceActor.Gate, OccurrenceState.Held));

    /// <param name="actor">Who wanted it to end.</param>
    public Task<bool> CancelAsync(Session session, Occurrence occurrence, OccurrenceActor actor, RunEnd end, DateTimeOffset now, CancellationToken cancellationToken) => WriteAsync(
        session,
        occurrence,
        """
        state = 'cancelled', reason = @Reason, delivery_summary = coalesce(@Deliveries, delivery_summary), state_changed_at = @now, changed_by = @by, finished_at = @now,
        lease_until = null
        """,
        new { occurrence.Id, occurrence.Fence, end.Reason, end.Deliveries, now, by = Input.EnumWords<OccurrenceActor>.Of(actor) },
        cancellationToken,
        OccurrenceTransitions.Where(actor, OccurrenceState.Cancelled));

    /// <summary>The history that the guide's clients read, and when the schedule ran last. Tests are no runs.</summary>
    public async Task NoteExecutionAsync(Session session, Occurrence occurrence, RunEnd end, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (occurrence.Origin == OccurrenceOrigin.Test)
            return;
        var elapsed = occurrence.StartedAt is { } started ? (int)Math.Min((now - started).TotalMilliseconds, int.MaxValue) : 0;
        await session.ExecuteAsync(
            """
            insert into cob_schedule_executions (schedule_id, report_id, executed_at, success, error_message, execution_time_ms, occurrence_id)
            values (@ScheduleId, @ReportId, @now, @success, @ErrorText, @elapsed, @Id)
            """,
            new { occurrence.ScheduleId, occurrence.ReportId, now, success = end.State == OccurrenceState.Succeeded, end.ErrorText, elapsed, occurrence.Id },
            cancellationToken).ConfigureAwait(false);
        await session.ExecuteAsync("update cob_report_schedules set last_run_at = @now where id = @ScheduleId", new { now, occurrence.ScheduleId }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Occurrences of which nothing but deliveries failed, and all of these were accepted since, have succeeded after all.</summary>
    /// <param name="since">Those that fell due before are not looked at any more.</param>
    /// <returns>Those that did so now.</returns>
    public Task<ImmutableArray<TickChange>> AcceptLateDeliveriesAsync(Session session, DateTimeOffset since, DateTimeOffset now, CancellationToken cancellationToken) => session.ListAsync<TickChange>(
        $"""
        update occurrences set state = 'succeeded', reason = 'delivered_later', error_code = null, error_text = null, state_changed_at = @now, changed_by = 'delivery'
        where {OccurrenceTransitions.Where(OccurrenceActor.Delivery, OccurrenceState.Succeeded)} and due_at > @since and reason = 'delivery_failed' and not exists (
            select 1 from distributions x join deliveries d on d.distribution_id = x.id where x.occurrence_id = occurrences.id and x.revision = occurrences.revision and x.notice is null
                and d.state in ('planned', 'sending', 'failed', 'unknown'))
        returning {TickChange.Columns}
        """,
        new { since, now },
        cancellationToken);

    /// <summary>How this run ended the time before, when that was not well; null where it was not so.</summary>
    public Task<OccurrenceState?> OwnEndBeforeAsync(Session session, Occurrence occurrence, CancellationToken cancellationToken) => session.FindAsync<OccurrenceState>(
        "select to_state from occurrence_events where occurrence_id = @Id and to_state in ('failed', 'missed', 'completed_with_errors') order by id desc limit 1",
        new { occurrence.Id },
        cancellationToken);

    /// <summary>How the run before this one ended; null for the first. What did not run is passed over.</summary>
    public Task<OccurrenceState?> StateBeforeAsync(Session session, Occurrence occurrence, CancellationToken cancellationToken) => session.FindAsync<OccurrenceState>(
        """
        select state from occurrences where schedule_id = @ScheduleId and due_at < @DueAt and origin in ('scheduled', 'manual')
            and state in ('succeeded', 'completed_with_errors', 'failed', 'missed')
        order by due_at desc limit 1
        """,
        new { occurrence.ScheduleId, occurrence.DueAt },
        cancellationToken);

    /// <summary>The report that recipients have from the run before this one; null where that is not a whole one that reached all of them, or is removed.</summary>
    public Task<ReportId?> ReportBeforeAsync(Session session, Occurrence occurrence, CancellationToken cancellationToken) => session.FindAsync<ReportId?>(
        """
        select case when state = 'succeeded' then report_id end from occurrences where schedule_id = @ScheduleId and due_at < @DueAt and origin in ('scheduled', 'manual') and delivers
            and state in ('succeeded', 'completed_with_errors') and coalesce(suppress_reason, '') <> 'send_if_false'
        order by due_at desc limit 1
        """,
        new { occurrence.ScheduleId, occurrence.DueAt },
        cancellationToken);

    /// <summary>The schedules of some occurrences, deleted ones as well.</summary>
    public Task<ImmutableArray<Schedule>> SchedulesAsync(Session session, IEnumerable<ScheduleId> ids, CancellationToken cancellationToken) => session.ListAsync<Schedule>(
        $"select {ScheduleStore.Columns} from {ScheduleStore.From} where s.id {database.IsOneOf("ids")}", new { ids = database.Keys(ids.Distinct()) }, cancellationToken);

    private static async Task<bool> WriteAsync(Session session, Occurrence occurrence, string set, object parameters, CancellationToken cancellationToken, string? where = null) =>
        await session.ExecuteAsync($"update occurrences set {set} where {Mine} and {where ?? "1 = 1"}", parameters, cancellationToken).ConfigureAwait(false) == 1;
}
