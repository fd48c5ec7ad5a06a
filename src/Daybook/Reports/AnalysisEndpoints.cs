using Daybook.Accounts;
using Daybook.Analysis;
using Daybook.Hosting;
using Daybook.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Daybook.Reports;

/// <summary>What models were asked for a report, and what they answered.</summary>
internal static class AnalysisEndpoints
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGroup("/reports").WithTags("Reports").MapGet("/{reportId:guid}/analyses", ListAsync).For(Role.Viewer)
            .WithSummary("What models were asked for the report's analysis blocks and what they answered, by block").Refuses(ProblemType.NotFound, ProblemType.NotPossibleNow);

    private static async Task<Ok<IReadOnlyList<AnalysisContract>>> ListAsync(
        Guid reportId, Caller caller, Database database, ReportStores stores, ContentStore contents, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        var report = await stores.Reports.FindAsync(session, caller, new ReportId(reportId), cancellationToken).ConfigureAwait(false) ?? throw ProblemException.NotFound("Report");
        report.RequireKept();
        var answers = new List<AnalysisContract>();
        foreach (var kept in await stores.Analyses.ListAsync(session, report.Id, cancellationToken).ConfigureAwait(false))
            answers.Add(AnalysisContract.Of(AnalysisJson.Read(await contents.ReadAsync(session, kept.Sha256, cancellationToken).ConfigureAwait(false)), kept.Sha256));
        return TypedResults.Ok<IReadOnlyList<AnalysisContract>>(answers);
    }
}
