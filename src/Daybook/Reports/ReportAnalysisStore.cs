using System.Collections.Immutable;
using Daybook.Storage;

namespace Daybook.Reports;

/// <summary>Questions to models and their answers, one for each block of a report that asks.</summary>
internal sealed class ReportAnalysisStore
{
    /// <summary>In the order of their ids.</summary>
    public Task<ImmutableArray<StoredAnalysis>> ListAsync(Session session, ReportId report, CancellationToken cancellationToken) => session.ListAsync<StoredAnalysis>(
        "select block_id, sha256, is_answered from cob_report_analyses where report_id = @report order by block_id", new { report }, cancellationToken);

    public Task SaveAsync(Session session, ReportId report, StoredAnalysis analysis, CancellationToken cancellationToken) => session.ExecuteAsync(
        """
        insert into cob_report_analyses (report_id, block_id, sha256, is_answered) values (@report, @BlockId, @Sha256, @IsAnswered)
        on conflict (report_id, block_id) do update set sha256 = excluded.sha256, is_answered = excluded.is_answered
        """,
        new { report, analysis.BlockId, analysis.Sha256, analysis.IsAnswered },
        cancellationToken);
}
