using System.Text.Json;
using Daybook.Accounts;
using Daybook.Hosting;
using Daybook.Reports;
using Daybook.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Daybook.Delivery.Api;

/// <summary>Sending a report, and seeing whom it reached.</summary>
internal static class ReportDeliveryEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var report = api.MapGroup("/reports/{reportId:guid}").WithTags("Delivery");
        report.MapPost("/distribute", DistributeAsync).For(Role.Author).WithSummary("Sends a report that is made; the answer comes at once, the messages go out after it")
            .WithMetadata(new DescribedBody(typeof(DistributionRequest))).Refuses(ProblemType.InvalidRequest, ProblemType.NotFound, ProblemType.NotPossibleNow, ProblemType.TookTooLong);
        report.MapGet("/deliveries", ListAsync).For(Role.Viewer).WithSummary("Whom the report went to, and how it came out").Refuses(ProblemType.InvalidRequest, ProblemType.NotFound);
    }

    private static async Task<Ok<DistributedContract>> DistributeAsync(
        Guid reportId, JsonElement request, bool? test, int? revision, Caller caller, DeliveryRequests requests, CancellationToken cancellationToken)
    {
        var (distribution, plan, warnings) = await requests.DistributeAsync(caller, new ReportId(reportId), request, test ?? false, revision ?? 1, cancellationToken).ConfigureAwait(false);
        return TypedResults.Ok(new DistributedContract(Message(plan), [.. distribution.Targets.Select(target => target.Channel)], plan.Planned, plan.Suppressed, plan.Existing, warnings));
    }

    private static string Message(DeliveryPlan plan) => plan switch
    {
        { Planned: > 0 } => "Report distribution started",
        { Suppressed: > 0, Existing: 0 } => "Nothing is sent: every delivery is held back. GET /reports/{id}/deliveries says why",
        { Suppressed: > 0 } => "Nothing new is sent: some of it is held back, the rest was ordered before. GET /reports/{id}/deliveries says why; ?revision=2 sends it anew",
        _ => "Nothing new is sent: the same was ordered before. ?revision=2 sends it anew",
    };

    private static async Task<Ok<IReadOnlyList<DeliveryContract>>> ListAsync(
        Guid reportId, HttpContext context, Caller caller, Database database, ReportStore reports, DeliveryStore ledger, int? limit, string? cursor, CancellationToken cancellationToken)
    {
        var page = Page.Of(limit, cursor, context);
        await using (var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false))
            _ = await reports.FindAsync(session, caller, new ReportId(reportId), cancellationToken).ConfigureAwait(false) ?? throw ProblemException.NotFound("Report");
        return TypedResults.Ok(await DeliveryEndpoints.PageAsync(new DeliveryFilter { Report = new ReportId(reportId) }, page, database, ledger, cancellationToken).ConfigureAwait(false));
    }
}
