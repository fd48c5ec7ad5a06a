using System.Collections.Immutable;
using Daybook.Accounts;
using Daybook.Reports;
using Daybook.Storage;

namespace Daybook.Templates;

/// <summary>Notes what templates are used for.</summary>
internal sealed class TemplateUsageStore(Database database)
{
    /// <summary>Reports that were just ordered.</summary>
    public Task AddGeneratedAsync(Session session, IEnumerable<ReportId> reports, CancellationToken cancellationToken) => session.ExecuteAsync(
        $"""
        insert into cob_template_usage (template_id, used_at, user_id, action)
        select template_id, generated_at, generated_by, 'generate' from cob_generated_reports where id {database.IsOneOf("ids")}
        """,
        new { ids = database.Keys(reports) },
        cancellationToken);

    /// <param name="action">Such as <c>generate</c>, <c>preview</c>, <c>export</c>.</param>
    public Task AddAsync(Session session, TemplateId templateId, UserId? userId, string action, DateTimeOffset at, CancellationToken cancellationToken) => session.ExecuteAsync(
        "insert into cob_template_usage (template_id, used_at, user_id, action) values (@templateId, @at, @userId, @action)", new { templateId, at, userId, action }, cancellationToken);

    /// <summary>How often each thing was done since an instant, and when last.</summary>
    public Task<ImmutableArray<TemplateUsage>> ListAsync(Session session, TemplateId templateId, DateTimeOffset since, CancellationToken cancellationToken) => session.ListAsync<TemplateUsage>(
        """
        select action, count(*) as count, count(distinct user_id) as users, max(used_at) as last_used_at
        from cob_template_usage where template_id = @templateId and used_at >= @since group by action order by action
        """,
        new { templateId, since },
        cancellationToken);
}
