using System.Collections.Immutable;
using Daybook.Accounts;
using Daybook.Audit;
using Daybook.Reports;
using Daybook.Storage;
using Microsoft.Extensions.Options;

namespace Daybook.Archive;

/// <summary>Lets go what is older, or more, than the settings keep, then collects the content that nothing refers to any more. Every report that goes is in the audit log.</summary>
internal sealed class Retention(
    Database database, RetentionStore store, HoldStore holds, ContentCollector collector, AuditLog audit, IOptions<RetentionOptions> options, TimeProvider clock)
{
    private const int Batch = 50;

    public RetentionOptions Options => options.Value;

    /// <summary>What would go now; nothing does.</summary>
    public async Task<ExpiredTotal> PlanAsync(CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        return await store.TotalAsync(session, Expiry.Of(options.Value, clock.Now()), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Which reports would go now, oldest first; those after an instant and id.</summary>
    public async Task<ImmutableArray<ExpiredReport>> ListAsync(DateTimeOffset afterAt, ReportId afterId, int limit, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        return await store.ListAsync(session, Expiry.Of(options.Value, clock.Now()), afterAt, afterId, limit, cancellationToken).ConfigureAwait(false);
    }

    public async Task<PruneResult> PruneAsync(Caller caller, CancellationToken cancellationToken)
    {
        var expiry = Expiry.Of(options.Value, clock.Now());
        var (reports, after) = (0, (At: DateTimeOffset.UnixEpoch, Id: default(ReportId)));
        while (await ListAsync(expiry, after.At, after.Id, cancellationToken).ConfigureAwait(false) is { IsEmpty: false } expired)
        {
            foreach (var report in expired)
            {
                if (await PruneAsync(caller, report, cancellationToken).ConfigureAwait(false))
                    reports++;
                after = (report.GeneratedAt, report.Id);
            }
        }

        var exports = await PruneExportsAsync(caller, expiry, cancellationToken).ConfigureAwait(false);
        var collected = await collector.RunAsync(ContentCollector.Grace, cancellationToken).ConfigureAwait(false);
        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        return new PruneResult(reports, exports, collected.Count, collected.Bytes, await ContentCollector.WaitingAsync(session, cancellationToken).ConfigureAwait(false));
    }

    private async Task<ImmutableArray<ExpiredReport>> ListAsync(Expiry expiry, DateTimeOffset afterAt, ReportId afterId, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        return await store.ListAsync(session, expiry, afterAt, afterId, Batch, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>In a transaction of its own, which locks the report and then the log, as everybody does.</summary>
    private async Task<bool> PruneAsync(Caller caller, ExpiredReport report, CancellationToken cancellationToken)
    {
        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        await holds.LockAsync(session, report.Id, cancellationToken).ConfigureAwait(false);
        if (!await store.PruneAsync(session, report.Id, report.Reason, clock.Now(), cancellationToken).ConfigureAwait(false))
            return false;
        await audit.AppendAsync(session, caller, "report.pruned", report.Id.ToString(), null, new Json($$"""{"reason":"{{report.Reason}}"}"""), cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        return true;
    }

    private async Task<int> PruneExportsAsync(Caller caller, Expiry expiry, CancellationToken cancellationToken)
    {
        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        var exports = await store.DeleteExportsAsync(session, expiry, cancellationToken).ConfigureAwait(false);
        if (exports > 0)
            await audit.AppendAsync(session, caller, "export.expired", null, null, new Json($$"""{"exports":{{exports}}}"""), cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        return exports;
    }
}
