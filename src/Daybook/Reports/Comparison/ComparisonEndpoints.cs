using System.Text.Json;
using Daybook.Accounts;
using Daybook.Documents;
using Daybook.Hosting;
using Daybook.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Daybook.Reports.Comparison;

/// <summary>What changed from one archived report to another.</summary>
internal static class ComparisonEndpoints
{
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 128 };

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/reports/{reportId:guid}/diff/{other:guid}", DiffAsync).For(Role.Viewer).WithTags("Reports")
        .WithSummary("What changed from one report to another: figures, rows and sections").Refuses(ProblemType.NotFound, ProblemType.NotPossibleNow);

    private static async Task<Ok<ReportDifferenceContract>> DiffAsync(
        Guid reportId, Guid other, Caller caller, Database database, ReportStore store, ContentStore contents, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        var (from, before) = await ReadAsync(session, caller, store, contents, reportId, cancellationToken).ConfigureAwait(false);
        var (to, after) = await ReadAsync(session, caller, store, contents, other, cancellationToken).ConfigureAwait(false);
        var difference = ReportDifference.Between(before, after);
        return TypedResults.Ok(new ReportDifferenceContract(
            ComparedReportContract.Of(from), ComparedReportContract.Of(to), difference.IsEmpty, difference.Facts, difference.Figures, difference.OmittedFigures, difference.Rows, difference.Sections));
    }

    private static async Task<(StoredReport Report, ComparedReport Compared)> ReadAsync(
        Session session, Caller caller, ReportStore store, ContentStore contents, Guid id, CancellationToken cancellationToken)
    {
        var report = await store.FindAsync(session, caller, new ReportId(id), cancellationToken).ConfigureAwait(false) ?? throw ProblemException.NotFound("Report");
        report.RequireKept();
        if (report.DocumentSha256 is null || report.SnapshotSha256 is null)
            throw new ProblemException(ProblemType.NotPossibleNow, $"There is nothing to compare with the report {id}: it is {report.Status}, and nothing is kept of it.");
        var document = DocumentJson.Read(await contents.ReadAsync(session, report.DocumentSha256, cancellationToken).ConfigureAwait(false));
        using var snapshot = JsonDocument.Parse(await contents.ReadAsync(session, report.SnapshotSha256, cancellationToken).ConfigureAwait(false), Deep);
        return (report, new ComparedReport(document, snapshot.RootElement.Clone()));
    }
}
