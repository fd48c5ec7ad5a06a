using Daybook.Composition;
using Daybook.Storage;

namespace Daybook.Reports;

/// <summary>What nodes write while they make reports. Every statement names the fence of the claim: who lost it changes nothing.</summary>
internal sealed class ReportWorkStore(Database database)
{
    private const string Mine = "id = @Id and fence = @Fence and status = 'running'";

    /// <summary>Takes the most important and oldest report that waits, or whose node has been silent for too long.</summary>
    public async Task<StoredReport?> ClaimAsync(Session session, string node, int leaseSeconds, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var id = await session.FindAsync<ReportId?>(
            $"""
            update cob_generated_reports set status = 'running', stage = 'collect', attempt = attempt + 1, fence = fence + 1, lease_owner = @node,
                lease_until = {database.SecondsFromNow("leaseSeconds")}, started_at = coalesce(started_at, @now)
            where id = (
                select id from cob_generated_reports where finished_at is null and (status = 'pending' or lease_until < {database.Now})
                order by priority desc, coalesce(wanted_at, generated_at), id limit 1 {database.SkipLocked})
            returning id
            """,
            new { node, leaseSeconds, now },
            cancellationToken).ConfigureAwait(false);
        return id is null ? null : await session.GetAsync<StoredReport>($"select {ReportStore.Whole} from {ReportStore.From} where r.id = @id", new { id }, cancellationToken).ConfigureAwait(false);
    }

    public Task RenewAsync(Session session, StoredReport report, int leaseSeconds, CancellationToken cancellationToken) => session.ExecuteAsync(
        $"update cob_generated_reports set lease_until = {database.SecondsFromNow("leaseSeconds")} where {Mine}", new { report.Id, report.Fence, leaseSeconds }, cancellationToken);

    /// <returns>Whether somebody wants the report to end, or the claim is lost.</returns>
    public async Task<bool> ShouldEndAsync(Session session, StoredReport report, CancellationToken cancellationToken) =>
        await session.FindAsync<bool?>($"select cancel_requested from cob_generated_reports where {Mine}", new { report.Id, report.Fence }, cancellationToken).ConfigureAwait(false) is not false;

    public Task BeginStageAsync(Session session, StoredReport report, ReportStage stage, CancellationToken cancellationToken) => RequireAsync(session.ExecuteAsync(
        $"update cob_generated_reports set stage = @stage where {Mine}", new { report.Id, report.Fence, stage = stage.ToString().ToLowerInvariant() }, cancellationToken));

    /// <summary>What collecting gave; composing begins with it. Commits: whoever lost the claim has kept at most content that nothing refers to.</summary>
    public Task KeepSnapshotAsync(Session session, StoredReport report, string sha256, CancellationToken cancellationToken) => RequireAsync(session.ExecuteAndCommitAsync(
        $"update cob_generated_reports set snapshot_sha256 = @sha256, stage = 'compose' where {Mine}", new { report.Id, report.Fence, sha256 }, cancellationToken));

    /// <summary>No document can be made of what was collected.</summary>
    public Task LeaveSnapshotAsync(Session session, StoredReport report, CancellationToken cancellationToken) => RequireAsync(session.ExecuteAsync(
        $"update cob_generated_reports set snapshot_sha256 = null where {Mine} and document_sha256 is null", new { report.Id, report.Fence }, cancellationToken));

    /// <summary>What composing gave; exporting begins with it. Commits, as <see cref="KeepSnapshotAsync"/> does.</summary>
    public Task KeepDocumentAsync(Session session, StoredReport report, string sha256, Json data, BlockProgress? blocks, CancellationToken cancellationToken) => RequireAsync(session.ExecuteAndCommitAsync(
        $"update cob_generated_reports set document_sha256 = @sha256, report_data = @data, stage = 'export', blocks_done = @Done, blocks_total = @Total, current_block = null where {Mine}",
        new { report.Id, report.Fence, sha256, data, blocks?.Done, blocks?.Total },
        cancellationToken));

    /// <summary>How far composing is, for those who ask other nodes.</summary>
    public Task NoteBlocksAsync(Session session, StoredReport report, BlockProgress blocks, CancellationToken cancellationToken) => session.ExecuteAsync(
        $"update cob_generated_reports set blocks_done = @Done, blocks_total = @Total, current_block = @Current where {Mine} and document_sha256 is null",
        new { report.Id, report.Fence, blocks.Done, blocks.Total, blocks.Current },
        cancellationToken);

    /// <summary>Proves the claim inside a transaction that writes elsewhere.</summary>
    public Task RequireClaimAsync(Session session, StoredReport report, CancellationToken cancellationToken) => RequireAsync(session.ExecuteAsync(
        $"update cob_generated_reports set lease_owner = lease_owner where {Mine}", new { report.Id, report.Fence }, cancellationToken));

    public Task FinishAsync(Session session, StoredReport report, ReportOutcome outcome, DateTimeOffset now, CancellationToken cancellationToken) => RequireAsync(session.ExecuteAsync(
        $"""
        update cob_generated_reports set status = @State, error_code = @ErrorCode, error_message = @ErrorMessage, manifest = @Manifest, finished_at = @now,
            processing_time_ms = @elapsed, stage = null, lease_owner = null, lease_until = null
        where {Mine}
        """,
        new
        {
            report.Id,
            report.Fence,
            outcome.State,
            outcome.ErrorCode,
            outcome.ErrorMessage,
            outcome.Manifest,
            now,
            elapsed = report.StartedAt is { } started ? (int)Math.Min((now - started).TotalMilliseconds, int.MaxValue) : 0,
        },
        cancellationToken));

    /// <summary>Gives the report back for another node, which goes on from the last checkpoint; this attempt does not count.</summary>
    public Task ReleaseAsync(Session session, StoredReport report, CancellationToken cancellationToken) => session.ExecuteAsync(
        $"update cob_generated_reports set status = 'pending', attempt = attempt - 1, lease_owner = null, lease_until = null where {Mine}",
        new { report.Id, report.Fence },
        cancellationToken);

    private static async Task RequireAsync(Task<int> changed)
    {
        if (await changed.ConfigureAwait(false) == 0)
            throw new ClaimLostException();
    }
}
