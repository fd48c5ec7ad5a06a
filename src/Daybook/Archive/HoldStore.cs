using System.Collections.Immutable;
using Daybook.Accounts;
using Daybook.Reports;
using Daybook.Storage;

namespace Daybook.Archive;

/// <summary>Legal holds. Whoever asks has found the report by its own store, which knows their rights.</summary>
internal sealed class HoldStore(Database database)
{
    private const string Columns =
        "h.id, h.reason, p.username as placed_by, h.placed_at, r.username as released_by, h.released_at, h.release_reason";

    private const string From = "report_holds h left join users p on p.id = h.placed_by left join users r on r.id = h.released_by";

    /// <summary>Oldest first, released ones included.</summary>
    public Task<ImmutableArray<Hold>> ListAsync(Session session, ReportId reportId, CancellationToken cancellationToken) => session.ListAsync<Hold>(
        $"select {Columns} from {From} where h.report_id = @reportId order by h.placed_at, h.id", new { reportId }, cancellationToken);

    /// <summary>Makes whoever prunes the report, or places a hold on it, wait until the transaction ends.</summary>
    public Task LockAsync(Session session, ReportId reportId, CancellationToken cancellationToken) =>
        session.FindAsync<ReportId?>($"select id from cob_generated_reports where id = @reportId {database.ForUpdate}", new { reportId }, cancellationToken);

    public Task<HoldId> AddAsync(Session session, ReportId reportId, string reason, UserId placedBy, DateTimeOffset now, CancellationToken cancellationToken) => session.GetAsync<HoldId>(
        "insert into report_holds (report_id, reason, placed_by, placed_at) values (@reportId, @reason, @placedBy, @now) returning id", new { reportId, reason, placedBy, now }, cancellationToken);

    /// <returns>False when there is no such hold, or it was released before.</returns>
    public async Task<bool> ReleaseAsync(Session session, ReportId reportId, HoldId id, string reason, UserId releasedBy, DateTimeOffset now, CancellationToken cancellationToken) => await session.ExecuteAsync(
        "update report_holds set released_by = @releasedBy, released_at = @now, release_reason = @reason where id = @id and report_id = @reportId and released_at is null",
        new { reportId, id, reason, releasedBy, now },
        cancellationToken).ConfigureAwait(false) == 1;
}
