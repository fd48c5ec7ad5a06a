using System.Collections.Immutable;
using Daybook.Accounts;
using Daybook.Reports;
using Daybook.Storage;

namespace Daybook.Delivery.Bursting;

/// <summary>The only SQL about bursts.</summary>
internal sealed class BurstStore(Database database)
{
    private const string Columns =
        """
        b.id, b.template_id, b.template_version, b.template_snapshot, b.report_date, b.close_time, b.inputs, b.supplied_parameters, b.definition, b.occurrence_id, b.schedule_id,
        b.not_before, b.is_test, b.revision, b.priority, b.only_to, b.suppress_because, b.state, b.error_code, b.error_message, b.unassigned, b.ordered_by, b.ordered_at, b.finished_at, b.fence, b.attempt
        """;

    /// <summary>A part whose report goes to nobody is told so for as long as the ledger says it.</summary>
    private const string PartColumns =
        """
        p.burst_id, p.number, p.split_value, p.name, p.settings, p.report_id, p.row_count, p.reason_code, p.reason,
        case when p.state = 'distributed' and r.id is not null and not exists (
            select 1 from distributions o join deliveries d on d.distribution_id = o.id where o.report_id = p.report_id and o.notice is null and d.state <> 'suppressed') then 'suppressed' else p.state end as state,
        r.status as report_status, r.error_message as report_error, r.error_code as report_error_code
        """;

    private const string PartFrom = "burst_parts p left join cob_generated_reports r on r.id = p.report_id";

    public Task<BurstId> AddAsync(Session session, NewReport whole, BurstOrder order, Json definition, CancellationToken cancellationToken) => session.GetAsync<BurstId>(
        """
        insert into bursts (template_id, template_version, template_snapshot, report_date, close_time, inputs, supplied_parameters, definition, occurrence_id, schedule_id,
            not_before, is_test, revision, priority, only_to, suppress_because, state, ordered_by, ordered_at)
        values (@TemplateId, @TemplateVersion, @TemplateSnapshot, @ReportDate, @CloseTime, @Inputs, @SuppliedParameters, @definition, @occurrence, @schedule,
            @NotBefore, @IsTest, @Revision, @Priority, @OnlyTo, @SuppressBecause, 'waiting', @GeneratedBy, @GeneratedAt)
        returning id
        """,
        new
        {
            whole.TemplateId, whole.TemplateVersion, whole.TemplateSnapshot, whole.ReportDate, whole.CloseTime, whole.Inputs, whole.SuppliedParameters, definition,
            occurrence = ForeignId.Of(order.OccurrenceId), schedule = ForeignId.Of(order.ScheduleId), order.NotBefore, order.IsTest, order.Revision, order.Priority, order.OnlyTo,
            order.SuppressBecause, whole.GeneratedBy, whole.GeneratedAt,
        },
        cancellationToken);

    /// <summary>For whoever ordered it, and operators.</summary>
    public Task<StoredBurst?> FindAsync(Session session, Caller caller, BurstId id, CancellationToken cancellationToken) => session.FindAsync<StoredBurst>(
        $"select {Columns} from bursts b where b.id = @id and (@all or b.ordered_by = @user)", new { id, all = caller.Role.Includes(Role.Operator), user = caller.Id }, cancellationToken);

    public Task<StoredBurst?> FindAsync(Session session, BurstId id, CancellationToken cancellationToken) =>
        session.FindAsync<StoredBurst>($"select {Columns} from bursts b where b.id = @id", new { id }, cancellationToken);

    /// <summary>The last one of an occurrence in one revision; null where it ordered none.</summary>
    public Task<StoredBurst?> FindOfOccurrenceAsync(Session session, Guid occurrenceId, int revision, CancellationToken cancellationToken) => session.FindAsync<StoredBurst>(
        $"select {Columns} from bursts b where b.occurrence_id = @id and b.revision = @revision order by b.ordered_at desc, b.id desc limit 1", new { id = new ForeignId(occurrenceId), revision }, cancellationToken);

    public async Task<ImmutableArray<StoredBurstPart>> PartsAsync(Session session, BurstId id, CancellationToken cancellationToken)
    {
        var parts = await session.ListAsync<StoredBurstPart>($"select {PartColumns} from {PartFrom} where p.burst_id = @id order by p.number", new { id }, cancellationToken).ConfigureAwait(false);
        if (!parts.Any(part => part.State == BurstPartState.Suppressed))
            return parts;
        var held = await session.ListAsync<HeldDelivery>(
            """
            select p.number, d.reason_code, d.reason from burst_parts p join distributions o on o.report_id = p.report_id join deliveries d on d.distribution_id = o.id
            where p.burst_id = @id and o.notice is null and d.state = 'suppressed' order by p.number, d.turn, d.id
            """,
            new { id },
            cancellationToken).ConfigureAwait(false);
        var byPart = held.ToLookup(delivery => delivery.Number);
        return [.. parts.Select(part => part.State == BurstPartState.Suppressed ? HeldDelivery.Tell(part, [.. byPart[part.Number]]) : part)];
    }

    /// <summary>Takes the oldest burst whose data is not divided yet.</summary>
    public async Task<StoredBurst?> ClaimAsync(Session session, string node, int leaseSeconds, CancellationToken cancellationToken)
    {
        var id = await session.FindAsync<BurstId?>(
            $"select id from bursts where state = 'waiting' and (lease_until is null or lease_until < {database.Now}) order by ordered_at, id limit 1 {database.SkipLocked}", null, cancellationToken).ConfigureAwait(false);
        if (id is not { } taken)
            return null;
        await session.ExecuteAsync(
            $"update bursts set fence = fence + 1, attempt = attempt + 1, lease_owner = @node, lease_until = {database.SecondsFromNow("leaseSeconds")} where id = @taken",
            new { taken, node, leaseSeconds },
            cancellationToken).ConfigureAwait(false);
        return await FindAsync(session, taken, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Holds the claim for some longer.</summary>
    public Task RenewAsync(Session session, StoredBurst burst, int leaseSeconds, CancellationToken cancellationToken) => session.ExecuteAsync(
        $"update bursts set lease_until = {database.SecondsFromNow("leaseSeconds")} where id = @Id and fence = @Fence and state = 'waiting'", new { burst.Id, burst.Fence, leaseSeconds }, cancellationToken);

    /// <summary>Gives a burst back for another node; this attempt does not count.</summary>
    public Task ReleaseAsync(Session session, StoredBurst burst, CancellationToken cancellationToken) => session.ExecuteAsync(
        "update bursts set lease_owner = null, lease_until = null, attempt = attempt - 1 where id = @Id and fence = @Fence and state = 'waiting'", new { burst.Id, burst.Fence }, cancellationToken);

    /// <returns>False when another node took the burst over.</returns>
    public async Task<bool> BeginAsync(Session session, StoredBurst burst, Json unassigned, CancellationToken cancellationToken) => await session.ExecuteAsync(
        "update bursts set state = 'running', unassigned = @unassigned, lease_owner = null, lease_until = null where id = @Id and fence = @Fence and state = 'waiting'",
        new { burst.Id, burst.Fence, unassigned },
        cancellationToken).ConfigureAwait(false) == 1;

    /// <summary>The data could not be divided anew: what failed before stays so, for the reason of now.</summary>
    /// <returns>False when another node took the burst over, or nothing was divided before: then it fails as a whole.</returns>
    public async Task<bool> LeaveAsync(Session session, StoredBurst burst, string code, string message, CancellationToken cancellationToken)
    {
        var left = await session.ExecuteAsync(
            "update bursts set state = 'running', lease_owner = null, lease_until = null where id = @Id and fence = @Fence and state = 'waiting' and exists (select 1 from burst_parts p where p.burst_id = @Id)",
            new { burst.Id, burst.Fence },
            cancellationToken).ConfigureAwait(false) == 1;
        if (left)
        {
            await session.ExecuteAsync(
                "update burst_parts set reason_code = @code, reason = @message where burst_id = @Id and state = 'failed' and report_id is null", new { burst.Id, code, message }, cancellationToken).ConfigureAwait(false);
        }

        return left;
    }

    /// <returns>False when another node took the burst over.</returns>
    public async Task<bool> FailAsync(Session session, StoredBurst burst, string code, string message, DateTimeOffset now, CancellationToken cancellationToken) => await session.ExecuteAsync(
        """
        update bursts set state = 'failed', error_code = @code, error_message = @message, finished_at = @now, lease_owner = null, lease_until = null
        where id = @Id and fence = @Fence and state = 'waiting'
        """,
        new { burst.Id, burst.Fence, code, message, now },
        cancellationToken).ConfigureAwait(false) == 1;

    /// <summary>The snapshot that a report is made from is there before anybody begins it, so that nothing is collected for it.</summary>
    public Task KeepSnapshotAsync(Session session, ReportId report, string sha256, CancellationToken cancellationToken) =>
        session.ExecuteAsync("update cob_generated_reports set snapshot_sha256 = @sha256 where id = @report", new { report, sha256 }, cancellationToken);

    public Task AddPartAsync(Session session, BurstId burst, int number, NewBurstPart part, CancellationToken cancellationToken) => session.ExecuteAsync(
        """
        insert into burst_parts (burst_id, number, split_value, name, settings, report_id, row_count, state, reason_code, reason)
        values (@burst, @number, @key, @name, @settings, @Report, @Rows, @State, @Code, @Reason)
        """,
        new
        {
            burst, number, key = part.Recipient.Key ?? "", name = part.Recipient.Name ?? part.Recipient.Key ?? "", settings = part.Settings, part.Report, part.Rows, part.State, part.Code, part.Reason,
        },
        cancellationToken);

    /// <summary>Puts another part in the place of one that failed without a report.</summary>
    public Task ReplacePartAsync(Session session, StoredBurstPart failed, NewBurstPart part, CancellationToken cancellationToken) => session.ExecuteAsync(
        """
        update burst_parts set split_value = @key, name = @name, settings = @settings, report_id = @Report, row_count = @Rows, state = @State, reason_code = @Code, reason = @Reason
        where burst_id = @BurstId and number = @Number and state = 'failed' and report_id is null
        """,
        new
        {
            failed.BurstId, failed.Number, key = part.Recipient.Key ?? "", name = part.Recipient.Name ?? part.Recipient.Key ?? "", settings = part.Settings, part.Report, part.Rows, part.State, part.Code, part.Reason,
        },
        cancellationToken);

    /// <summary>Bursts that have parts to see to, and those whose parts are all seen to.</summary>
    public Task<ImmutableArray<BurstId>> ReadyAsync(Session session, CancellationToken cancellationToken) => session.ListAsync<BurstId>(
        """
        select b.id from bursts b where b.state = 'running' and (
            not exists (select 1 from burst_parts p where p.burst_id = b.id and p.state = 'making')
            or exists (select 1 from burst_parts p left join cob_generated_reports r on r.id = p.report_id
                where p.burst_id = b.id and p.state = 'making' and (r.id is null or r.status not in ('pending', 'running'))))
        order by b.ordered_at, b.id
        """,
        null,
        cancellationToken);

    public async Task<bool> AnyRunningAsync(Session session, CancellationToken cancellationToken) =>
        await session.FindAsync<int?>("select 1 from bursts where state in ('waiting', 'running') limit 1", null, cancellationToken).ConfigureAwait(false) is not null;

    public async Task<bool> IsAnyMakingAsync(Session session, BurstId id, CancellationToken cancellationToken) =>
        await session.FindAsync<int?>("select 1 from burst_parts where burst_id = @id and state = 'making' limit 1", new { id }, cancellationToken).ConfigureAwait(false) is not null;

    /// <summary>Parts whose report is over and not seen to.</summary>
    public Task<ImmutableArray<StoredBurstPart>> MadeAsync(Session session, BurstId id, CancellationToken cancellationToken) => session.ListAsync<StoredBurstPart>(
        $"select {PartColumns} from {PartFrom} where p.burst_id = @id and p.state = 'making' and (r.id is null or r.status not in ('pending', 'running')) order by p.number", new { id }, cancellationToken);

    /// <returns>False when another node was faster.</returns>
    public async Task<bool> EndPartAsync(Session session, StoredBurstPart part, BurstPartState state, string? code, string? reason, CancellationToken cancellationToken) => await session.ExecuteAsync(
        "update burst_parts set state = @state, reason_code = @code, reason = @reason where burst_id = @BurstId and number = @Number and state = 'making'",
        new { part.BurstId, part.Number, state, code, reason },
        cancellationToken).ConfigureAwait(false) == 1;

    /// <returns>False when another node was faster, or a part is not seen to.</returns>
    public async Task<bool> FinishAsync(Session session, BurstId id, BurstVerdict verdict, DateTimeOffset now, CancellationToken cancellationToken) => await session.ExecuteAsync(
        """
        update bursts set state = @State, error_code = @ErrorCode, error_message = @ErrorMessage, finished_at = @now
        where id = @id and state = 'running' and not exists (select 1 from burst_parts p where p.burst_id = @id and p.state = 'making')
        """,
        new { id, verdict.State, verdict.ErrorCode, verdict.ErrorMessage, now },
        cancellationToken).ConfigureAwait(false) == 1;

    /// <summary>Parts that failed are made once more: those with a report from what it has, those without one after the data is divided anew. What is seen to stays so.</summary>
    /// <param name="definition">As it is now.</param>
    /// <returns>False when it is not over, or nothing of it failed.</returns>
    public async Task<bool> ReopenAsync(Session session, BurstId id, Json definition, CancellationToken cancellationToken)
    {
        var reopened = await session.ExecuteAsync(
            """
            update bursts set state = case when exists (select 1 from burst_parts p where p.burst_id = @id)
                    and not exists (select 1 from burst_parts p where p.burst_id = @id and p.state = 'failed' and p.report_id is null) then 'running' else 'waiting' end,
                definition = @definition, error_code = null, error_message = null, finished_at = null, attempt = 0
            where id = @id and state in ('completed_with_errors', 'failed') and (exists (select 1 from burst_parts p where p.burst_id = @id and p.state = 'failed')
                or not exists (select 1 from burst_parts p where p.burst_id = @id))
            """,
            new { id, definition },
            cancellationToken).ConfigureAwait(false) == 1;
        if (reopened)
        {
            await session.ExecuteAsync(
                "update burst_parts set state = 'making', reason_code = null, reason = null where burst_id = @id and state = 'failed' and report_id is not null", new { id }, cancellationToken).ConfigureAwait(false);
        }

        return reopened;
    }

    /// <summary>Whatever is not seen to is given up.</summary>
    public async Task CancelAsync(Session session, BurstId id, string reason, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await session.ExecuteAsync(
            "update burst_parts set state = 'failed', reason_code = 'cancelled', reason = @reason where burst_id = @id and state = 'making'", new { id, reason }, cancellationToken).ConfigureAwait(false);
        await session.ExecuteAsync(
            """
            update bursts set state = 'failed', error_code = 'cancelled', error_message = @reason, finished_at = @now, fence = fence + 1, lease_owner = null, lease_until = null
            where id = @id and state in ('waiting', 'running')
            """,
            new { id, reason, now },
            cancellationToken).ConfigureAwait(false);
    }
}
