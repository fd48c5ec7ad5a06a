using System.Collections.Immutable;
using System.Text.Json;
using Daybook.Delivery;
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
            or (o.step = 'gated' and (o.due_at <= @now or o.origin in ('manual', 'test'))) or (o.step = 'ordered' and (r.id is null or r.status not in ('pending', 'running'))
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

    /// <summary>Has others who write to these claims wait, always in the same order.</summary>
    /// <returns>Those of them that this node still has.</returns>
    public async Task<ImmutableHashSet<OccurrenceId>> LockAsync(Session session, IEnumerable<Occurrence> claims, CancellationToken cancellationToken) => [.. await session.ListAsync<OccurrenceId>(
        $"select id from occurrences join {Claims} on id = claim_id and fence = claim_fence where state = 'running' order by id {database.ForUpdate}",
        new { claims = Written(claims.Select(ClaimRow.Of)) },
        cancellationToken).ConfigureAwait(false)];

    /// <summary>Notes the reports of many occurrences that are locked.</summary>
    public Task OrderedAsync(Session session, IEnumerable<KeyValuePair<Occurrence, ReportId>> placed, DateTimeOffset now, CancellationToken cancellationToken) => session.ExecuteAsync(
        $"update occurrences set report_id = report, step = 'ordered', step_at = @now from {Claims} where id = claim_id and fence = claim_fence and state = 'running'",
        new { now, claims = Written(placed.Select(pair => ClaimRow.Of(pair.Key) with { Report = pair.Value.ToString() })) },
        cancellationToken);

    /// <summary>Notes of many occurrences that are locked that their reports are made, and that nothing holds them: those that are due go to the deliveries, the others wait for their minute.</summary>
    public Task MadeAsync(Session session, IEnumerable<Occurrence> made, DateTimeOffset now, CancellationToken cancellationToken) => session.ExecuteAsync(
        $"""
        update occurrences set block_errors = blocks, export_errors = exports, suppress_reason = null, step_at = @now,
            step = case when due_at > @now and origin not in ('manual', 'test') then 'gated' else 'delivering' end
        from {Claims} where id = claim_id and fence = claim_fence and state = 'running'
        """,
        new { now, claims = Written(made.Select(occurrence => ClaimRow.Of(occurrence) with { Blocks = occurrence.BlockErrors ?? 0, Exports = occurrence.ExportErrors ?? 0 })) },
        cancellationToken);

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

    /// <summary>They are over: succeeded, completed with errors or failed.</summary>
    /// <param name="withReport">They end with their reports, having nothing to deliver: what <see cref="MadeAsync(Session, IEnumerable{Occurrence}, DateTimeOffset, CancellationToken)"/> notes is noted along, so that each row is written once.</param>
    /// <returns>Those that this node still had.</returns>
    public async Task<ImmutableHashSet<OccurrenceId>> FinishAsync(
        Session session, IEnumerable<(Occurrence Occurrence, RunEnd End)> ends, bool withReport, DateTimeOffset now, CancellationToken cancellationToken)
    {
        const string Made = ", block_errors = blocks, export_errors = exports, suppress_reason = null, step = 'delivering', step_at = @now";
        var over = ImmutableHashSet.CreateBuilder<OccurrenceId>();
        foreach (var alike in ends.GroupBy(pair => pair.End.State))
        {
            over.UnionWith(await session.ListAsync<OccurrenceId>(
                $"""
                update occurrences set state = end_state, reason = end_reason, error_code = end_code, error_text = end_text, delivery_summary = coalesce(deliveries, delivery_summary),
                    state_changed_at = @now, changed_by = 'worker', finished_at = @now, lease_until = null
                    {(withReport ? Made : "")}
                from {Ends} where id = claim_id and fence = claim_fence and state = 'running' and {OccurrenceTransitions.Where(OccurrenceActor.Worker, alike.Key)}
                returning id
                """,
                new { now, ends = Written(alike, now) },
                cancellationToken).ConfigureAwait(false));
        }

        return over.ToImmutable();
    }

    /// <summary>Another attempt follows; what is finished stays finished.</summary>
    /// <param name="report">What is kept of the report; null has it made anew, with data that are read anew.</param>
    public Task<bool> RetryAsync(
        Session session, Occurrence occurrence, ReportId? report, string code, string? text, DateTimeOffset nextAttemptAt, DateTimeOffset now, CancellationToken cancellationToken) => WriteAsync(
        session,
        occurrence,
        "state = 'due', reason = 'retry', error_code = @code, error_text = @text, next_attempt_at = @nextAttemptAt, report_id = @report, step = 'none', state_changed_at = @now, changed_by = 'worker', lease_until = null",
        new { occurrence.Id, occurrence.Fence, report, code, text, nextAttemptAt, now },
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

    /// <summary>The history that the guide's clients read, and when the schedules ran last.</summary>
    public async Task NoteExecutionsAsync(Session session, IReadOnlyCollection<(Occurrence Occurrence, RunEnd End)> ended, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await session.ExecuteAsync(
            $"""
            insert into cob_schedule_executions (schedule_id, report_id, executed_at, success, error_message, execution_time_ms, occurrence_id)
            select schedule_id, report_id, @now, state = 'succeeded', end_text, elapsed, id from occurrences join {Ends} on id = claim_id
            """,
            new { now, ends = Written(ended, now) },
            cancellationToken).ConfigureAwait(false);
        await session.ExecuteAsync(
            $"""
            update cob_report_schedules set last_run_at = @now
            where id in (select id from cob_report_schedules where id {database.IsOneOf("ids")} order by id {database.ForUpdate})
            """,
            new { now, ids = database.Keys(ended.Select(pair => pair.Occurrence.ScheduleId).Distinct()) },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Occurrences of which nothing but deliveries failed, and all of these were accepted since, have succeeded after all.</summary>
    /// <param name="since">Those that fell due before are not looked at any more.</param>
    /// <returns>Those that did so now.</returns>
    public Task<ImmutableArray<TickChange>> AcceptLateDeliveriesAsync(Session session, DateTimeOffset since, DateTimeOffset now, CancellationToken cancellationToken) => session.ListAsync<TickChange>(
        $"""
        update occurrences set state = 'succeeded', reason = 'delivered_later', error_code = null, error_text = null, state_changed_at = @now, changed_by = 'delivery'
        where {OccurrenceTransitions.Where(OccurrenceActor.Delivery, OccurrenceState.Succeeded)} and due_at > @since and reason in ('delivery_failed', 'nobody_reached') and not exists (
            select 1 from distributions x join deliveries d on d.distribution_id = x.id where x.occurrence_id = occurrences.id and x.revision = occurrences.revision and x.notice is null
                and (d.state in ('planned', 'sending', 'failed', 'unknown') or (occurrences.reason = 'nobody_reached' and d.state = 'suppressed' and d.reason_code in ('{string.Join("', '", DeliverySummary.BarringCodes)}'))))
        returning {TickChange.Columns}
        """,
        new { since, now },
        cancellationToken);

    // Not the plain column: PostgreSQL would read the index of all that has ended, of whatever schedule, which its statistics from before everything ended call empty.
    private const string Ended = "state || ''";

    /// <summary>How it went before these, with their own earlier ends.</summary>
    public Task<ImmutableArray<EndsBefore>> EndsBeforeAsync(Session session, IEnumerable<OccurrenceId> ids, CancellationToken cancellationToken) => session.ListAsync<EndsBefore>(
        $"""
        select o.id,
            (select e.to_state from occurrence_events e where e.occurrence_id = o.id and e.to_state in ('failed', 'missed', 'completed_with_errors') order by e.id desc limit 1) as own,
            (select b.state from occurrences b where b.schedule_id = o.schedule_id and b.due_at < o.due_at and b.origin in ('scheduled', 'manual')
                and b.{Ended} in ('succeeded', 'completed_with_errors', 'failed', 'missed') order by b.due_at desc limit 1) as previous
        from occurrences o where o.id {database.IsOneOf("ids")}
        """,
        new { ids = database.Keys(ids) },
        cancellationToken);

    /// <returns>Those of the schedules of which it was told since that a run failed because they cannot go on.</returns>
    public async Task<ImmutableHashSet<ScheduleId>> ToldOfFlagAsync(Session session, IEnumerable<ScheduleId> schedules, DateTimeOffset since, CancellationToken cancellationToken) => [.. await session.ListAsync<ScheduleId>(
        $"""
        select distinct n.schedule_id from notices n join occurrences o on o.id = n.occurrence_id
        where n.schedule_id {database.IsOneOf("ids")} and n.created_at > @since and n.kind = '{NoticeKind.Failed}' and o.error_code in ('{ScheduleFlag.OwnerLeft}', '{ScheduleFlag.ZoneUnknown}', '{ScheduleFlag.Unreadable}')
        """,
        new { since, ids = database.Keys(schedules) },
        cancellationToken).ConfigureAwait(false)];

    /// <summary>The report that recipients have from the run before this one; null where that is not a whole one that reached all of them, or is removed.</summary>
    public Task<ReportId?> ReportBeforeAsync(Session session, Occurrence occurrence, CancellationToken cancellationToken) => session.FindAsync<ReportId?>(
        $"""
        select case when state = 'succeeded' and coalesce(reason, '') not in ('no_recipients', 'all_suppressed') then report_id end from occurrences where schedule_id = @ScheduleId and due_at < @DueAt and origin in ('scheduled', 'manual') and delivers
            and {Ended} in ('succeeded', 'completed_with_errors') and coalesce(suppress_reason, '') <> 'send_if_false'
        order by due_at desc limit 1
        """,
        new { occurrence.ScheduleId, occurrence.DueAt },
        cancellationToken);

    /// <summary>The schedules of some occurrences, deleted ones as well.</summary>
    public Task<ImmutableArray<Schedule>> SchedulesAsync(Session session, IEnumerable<ScheduleId> ids, CancellationToken cancellationToken) => session.ListAsync<Schedule>(
        $"select {ScheduleStore.Columns} from {ScheduleStore.From} where s.id {database.IsOneOf("ids")}", new { ids = database.Keys(ids.Distinct()) }, cancellationToken);

    private string Claims => new JsonRows(database, "claims", ClaimRow.Columns).Sql;

    private string Ends => new JsonRows(database, "ends", EndRow.Columns).Sql;

    private static string Written(IEnumerable<ClaimRow> claims) => JsonSerializer.Serialize([.. claims], ScheduleRowsJson.Default.ImmutableArrayClaimRow);

    private static string Written(IEnumerable<(Occurrence Occurrence, RunEnd End)> ends, DateTimeOffset now) =>
        JsonSerializer.Serialize([.. ends.Select(pair => EndRow.Of(pair.Occurrence, pair.End, now))], ScheduleRowsJson.Default.ImmutableArrayEndRow);

    private static async Task<bool> WriteAsync(Session session, Occurrence occurrence, string set, object parameters, CancellationToken cancellationToken, string? where = null) =>
        await session.ExecuteAsync($"update occurrences set {set} where {Mine} and {where ?? "1 = 1"}", parameters, cancellationToken).ConfigureAwait(false) == 1;
}
