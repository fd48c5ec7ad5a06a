using System.Collections.Immutable;
using System.Text.Json;
using Daybook.Accounts;
using Daybook.Storage;

namespace Daybook.Reports;

/// <summary>What callers ask about reports; every query asks for their rights.</summary>
internal sealed class ReportStore(Database database)
{
    private const string Summary =
        """
        r.id, r.template_id, t.name as template_name, r.template_version, r.report_date, r.zone, r.shift_name, r.operator, r.classification, r.parameters,
        r.export_formats, r.snapshot_sha256, r.document_sha256, r.generated_at, r.generated_by, u.username as generated_by_name, r.rerun_of, r.status, r.stage,
        r.error_code, r.error_message, r.attempt, r.cancel_requested, r.fence, r.started_at, r.finished_at, r.processing_time_ms,
        r.blocks_done, r.blocks_total, r.current_block, r.pruned_at
        """;

    /// <summary>With the columns that can be large.</summary>
    internal const string Whole = Summary + ", r.template_snapshot, r.inputs, r.report_data, r.manifest";

    internal const string From = "cob_generated_reports r join cob_report_templates t on t.id = r.template_id join users u on u.id = r.generated_by";

    /// <summary>Who may read: whoever it belongs to (its maker, until it is handed over), operators, and whom the template lets read its reports.</summary>
    private string MayRead =>
        $"""
        (@seesAll or coalesce(r.owner_id, r.generated_by) = @userId or exists (
            select 1 from cob_template_grants g where g.template_id = r.template_id and g.access_right = 'reports' and g.principal {database.IsOneOf("principals")}))
        """;

    public Task<StoredReport?> FindAsync(Session session, Caller caller, ReportId id, CancellationToken cancellationToken) => session.FindAsync<StoredReport>(
        $"select {Whole} from {From} where r.id = @id and {MayRead}", Rights(caller, new { id }), cancellationToken);

    /// <summary>Newest first, without the large columns; those before an instant and id.</summary>
    public Task<ImmutableArray<StoredReport>> ListAsync(
        Session session, Caller caller, ReportFilter filter, DateTimeOffset beforeAt, ReportId beforeId, int limit, CancellationToken cancellationToken)
    {
        var where = string.Concat(
            // One date is found in the order of the list; a range would have to be sorted.
            (filter.StartDate, filter.EndDate) switch
            {
                (null, null) => "",
                (null, _) => " and r.report_date <= @EndDate",
                (_, null) => " and r.report_date >= @StartDate",
                var (first, last) when first == last => " and r.report_date = @StartDate",
                _ => " and r.report_date between @StartDate and @EndDate",
            },
            filter.TemplateId is null ? "" : " and r.template_id = @TemplateId",
            filter.Status is null ? "" : " and r.status = @Status");
        return session.ListAsync<StoredReport>(
            $"select {Summary} from {From} where {MayRead}{where} and (r.generated_at, r.id) < (@beforeAt, @beforeId) order by r.generated_at desc, r.id desc limit @limit",
            Rights(caller, new { filter.StartDate, filter.EndDate, filter.TemplateId, filter.Status, beforeAt, beforeId, limit }),
            cancellationToken);
    }

    public async Task<ReportId> AddAsync(Session session, NewReport report, CancellationToken cancellationToken) =>
        (await AddAsync(session, [report], cancellationToken).ConfigureAwait(false))[0].Id;

    /// <summary>Puts reports into the queue: those of one template in one statement, so that the template travels once.</summary>
    public async Task<ImmutableArray<PlacedReport>> AddAsync(Session session, IEnumerable<NewReport> reports, CancellationToken cancellationToken)
    {
        var names = string.Join(", ", NewReportRow.Columns.Select(column => column.Name));
        var placed = ImmutableArray.CreateBuilder<PlacedReport>();
        foreach (var same in reports.GroupBy(report => report.TemplateSnapshot))
        {
            placed.AddRange(await session.ListAsync<PlacedReport>(
                $"""
                insert into cob_generated_reports (template_snapshot, status, {names})
                select @snapshot, 'pending', {names} from {new JsonRows(database, "rows", NewReportRow.Columns).Sql} returning id, occurrence_id
                """,
                new { snapshot = same.Key, rows = JsonSerializer.Serialize([.. same.Select(NewReportRow.Of)], ReportsJson.Default.ImmutableArrayNewReportRow) },
                cancellationToken).ConfigureAwait(false));
        }

        return placed.DrainToImmutable();
    }

    /// <summary>A report that nobody works on ends; one that is worked on is asked to end.</summary>
    /// <returns>False when it is over already.</returns>
    public async Task<bool> CancelAsync(Session session, ReportId id, DateTimeOffset now, CancellationToken cancellationToken) => await session.ExecuteAsync(
        """
        update cob_generated_reports set cancel_requested = true,
            finished_at = case when status = 'pending' then @now else finished_at end,
            status = case when status = 'pending' then 'cancelled' else status end
        where id = @id and status in ('pending', 'running')
        """,
        new { id, now },
        cancellationToken).ConfigureAwait(false) == 1;

    /// <summary>How reports stand that others wait for; those that are gone are left out.</summary>
    public Task<ImmutableArray<ReportStanding>> StandingsAsync(Session session, IEnumerable<ReportId> ids, CancellationToken cancellationToken) => session.ListAsync<ReportStanding>(
        $"select id, status, error_code, error_message, report_data, snapshot_sha256, document_sha256 from cob_generated_reports where id {database.IsOneOf("ids")}",
        new { ids = database.Keys(ids) },
        cancellationToken);

    /// <returns>What went wrong in each report, one reason a line; those without any are left out.</returns>
    public async Task<Dictionary<ReportId, string>> ReasonsAsync(Session session, IReadOnlyCollection<ReportId> ids, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
            return [];
        var found = await session.ListAsync<ReportReasons>(
            $"select id, error_message from cob_generated_reports where id {database.IsOneOf("ids")} and error_message is not null", new { ids = database.Keys(ids) }, cancellationToken).ConfigureAwait(false);
        return found.ToDictionary(report => report.Id, report => report.ErrorMessage);
    }

    /// <returns>How many formats could not be made of each report; those that are whole are left out.</returns>
    public async Task<Dictionary<ReportId, int>> CountFailedExportsAsync(Session session, IEnumerable<ReportId> ids, CancellationToken cancellationToken) =>
        (await session.ListAsync<FailedExports>(
            $"select report_id, count(*) as number from cob_report_exports where report_id {database.IsOneOf("ids")} and error_code is not null group by report_id",
            new { ids = database.Keys(ids) },
            cancellationToken).ConfigureAwait(false)).ToDictionary(failed => failed.ReportId, failed => (int)failed.Number);

    /// <summary>Puts a report that failed back into the queue; it goes on after the last stage that is finished.</summary>
    /// <returns>False when it did not fail, or is gone.</returns>
    public async Task<bool> ReopenAsync(Session session, ReportId id, CancellationToken cancellationToken) => await session.ExecuteAsync(
        """
        update cob_generated_reports set status = 'pending', attempt = 0, cancel_requested = false, error_code = null, error_message = null, finished_at = null, processing_time_ms = null
        where id = @id and status in ('failed', 'cancelled')
        """,
        new { id },
        cancellationToken).ConfigureAwait(false) == 1;

    /// <returns>The report that was made under the key before, with the hash of its request; null for a new key.</returns>
    public Task<IdempotentRequest?> FindRequestAsync(Session session, UserId userId, string key, CancellationToken cancellationToken) => session.FindAsync<IdempotentRequest>(
        "select request_sha256, report_id from idempotency_keys where user_id = @userId and idempotency_key = @key", new { userId, key }, cancellationToken);

    public Task AddRequestAsync(Session session, UserId userId, string key, string requestSha256, ReportId reportId, CancellationToken cancellationToken) => session.ExecuteAsync(
        "insert into idempotency_keys (user_id, idempotency_key, request_sha256, report_id) values (@userId, @key, @requestSha256, @reportId)",
        new { userId, key, requestSha256, reportId },
        cancellationToken);

    /// <summary>Gives everything of one user to another; who made a report stays known.</summary>
    public Task<int> HandOverAsync(Session session, UserId from, UserId to, CancellationToken cancellationToken) =>
        session.ExecuteAsync("update cob_generated_reports set owner_id = @to where coalesce(owner_id, generated_by) = @from", new { from, to }, cancellationToken);

    private static Dapper.DynamicParameters Rights(Caller caller, object others)
    {
        var parameters = new Dapper.DynamicParameters(others);
        parameters.Add("seesAll", caller.Role.Includes(Role.Operator));
        parameters.Add("userId", caller.Id);
        parameters.Add("principals", caller.Principals.ToArray());
        return parameters;
    }
}
