using System.Collections.Immutable;
using Daybook.Reports;
using Daybook.Storage;

namespace Daybook.Archive;

/// <summary>Finds what retention lets go, and lets it go. Reports that are held, not over, or still to be delivered are never among it.</summary>
internal sealed class RetentionStore
{
    /// <summary>Nobody holds the report, and none of its deliveries is still to be sent.</summary>
    private const string IsFree =
        """
        not exists (select 1 from report_holds h where h.report_id = r.id and h.released_at is null)
            and not exists (select 1 from distributions x join deliveries d on d.distribution_id = x.id where x.report_id = r.id and d.state in ('planned', 'sending'))
        """;

    private const string Gone =
        $"""
        ranked as (
            select r.id, r.generated_at, row_number() over (partition by r.template_id order by r.generated_at desc, r.id desc) as place
            from cob_generated_reports r where r.pruned_at is null and r.status not in ('pending', 'running')),
        gone as (
            select r.id, case when r.generated_at < @Before then 'age' else 'count' end as reason
            from ranked r where (r.generated_at < @Before or r.place > @Keep) and {IsFree})
        """;

    /// <summary>Exports whose links have expired, of reports that stay.</summary>
    private const string GoneExports =
        $"""
        select e.id from cob_report_exports e join cob_generated_reports r on r.id = e.report_id
        where e.made_later and e.expires_at < @Now and r.id not in (select id from gone) and {IsFree}
        """;

    /// <summary>Oldest first; those after an instant and id.</summary>
    public Task<ImmutableArray<ExpiredReport>> ListAsync(Session session, Expiry expiry, DateTimeOffset afterAt, ReportId afterId, int limit, CancellationToken cancellationToken) => session.ListAsync<ExpiredReport>(
        $"""
        with {Gone}
        select r.id, t.name as template_name, r.report_date, r.generated_at, r.status, g.reason,
            (select cast(coalesce(sum(coalesce(c.stored_bytes, c.size_bytes)), 0) as bigint) from contents c where c.sha256 in (r.snapshot_sha256, r.document_sha256)
                or c.sha256 in (select e.sha256 from cob_report_exports e where e.report_id = r.id)
                or c.sha256 in (select a.sha256 from cob_report_analyses a where a.report_id = r.id)) as bytes
        from gone g join cob_generated_reports r on r.id = g.id join cob_report_templates t on t.id = r.template_id
        where (r.generated_at, r.id) > (@afterAt, @afterId) order by r.generated_at, r.id limit @limit
        """,
        new { expiry.Before, expiry.Keep, afterAt, afterId, limit },
        cancellationToken);

    public Task<ExpiredTotal> TotalAsync(Session session, Expiry expiry, CancellationToken cancellationToken) => session.GetAsync<ExpiredTotal>(
        $"""
        with {Gone},
        gone_exports as ({GoneExports}),
        uses as (
            select r.snapshot_sha256 as sha256, r.id in (select id from gone) as goes from cob_generated_reports r where r.snapshot_sha256 is not null
            union all select r.document_sha256, r.id in (select id from gone) from cob_generated_reports r where r.document_sha256 is not null
            union all select e.sha256, e.report_id in (select id from gone) or e.id in (select id from gone_exports) from cob_report_exports e where e.sha256 is not null
            union all select a.sha256, a.report_id in (select id from gone) from cob_report_analyses a)
        select (select count(*) from gone) as reports, (select count(*) from gone_exports) as exports,
            (select cast(coalesce(sum(coalesce(c.stored_bytes, c.size_bytes)), 0) as bigint) from contents c
                where c.sha256 in (select sha256 from uses where goes) and c.sha256 not in (select sha256 from uses where not goes)) as bytes
        """,
        new { expiry.Before, expiry.Keep, expiry.Now },
        cancellationToken);

    /// <summary>Leaves a record of the report, with its manifest; asked for a report that was locked before, so that a hold placed meanwhile is seen.</summary>
    /// <returns>False when it stays: it is held, not over, or went before.</returns>
    public async Task<bool> PruneAsync(Session session, ReportId id, string reason, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var pruned = await session.ExecuteAsync(
            $$"""
            update cob_generated_reports as r set pruned_at = @now, pruned_reason = @reason, snapshot_sha256 = null, document_sha256 = null, report_data = null,
                template_snapshot = '{}', inputs = '{}', parameters = '{}', supplied_parameters = '{}'
            where r.id = @id and r.pruned_at is null and r.status not in ('pending', 'running') and {{IsFree}}
            """,
            new { id, reason, now },
            cancellationToken).ConfigureAwait(false);
        if (pruned != 1)
            return false;
        await session.ExecuteAsync("delete from cob_report_exports where report_id = @id", new { id }, cancellationToken).ConfigureAwait(false);
        await session.ExecuteAsync("delete from cob_report_analyses where report_id = @id", new { id }, cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <returns>How many exports went.</returns>
    public Task<int> DeleteExportsAsync(Session session, Expiry expiry, CancellationToken cancellationToken) => session.ExecuteAsync(
        $"with {Gone} delete from cob_report_exports where id in ({GoneExports})", new { expiry.Before, expiry.Keep, expiry.Now }, cancellationToken);

    public Task<ArchiveState> StateAsync(Session session, CancellationToken cancellationToken) => session.GetAsync<ArchiveState>(
        """
        select (select count(*) from cob_generated_reports) as reports,
            (select count(*) from cob_generated_reports where pruned_at is not null) as pruned,
            (select count(distinct report_id) from report_holds where released_at is null) as held,
            (select count(*) from contents) as contents,
            (select cast(coalesce(sum(coalesce(stored_bytes, size_bytes)), 0) as bigint) from contents) as bytes
        """,
        null,
        cancellationToken);
}
