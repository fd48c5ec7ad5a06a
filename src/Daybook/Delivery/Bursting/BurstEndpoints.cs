using Daybook.Accounts;
using Daybook.Hosting;
using Daybook.Reports;
using Daybook.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Daybook.Delivery.Bursting;

/// <summary>Bursts: ordering and watching them.</summary>
internal static class BurstEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var bursts = api.MapGroup("/bursts").WithTags("Deliveries");
        bursts.MapPost("", OrderAsync).For(Role.Author).WithSummary("Orders a report for each recipient, made of their rows alone; the answer comes at once, the reports are made and sent after it")
            .Refuses(ProblemType.InvalidRequest, ProblemType.NotFound, ProblemType.NotPossibleNow);
        bursts.MapPost("/{burstId:guid}/retry", RetryAsync).For(Role.Author).WithSummary("Makes the parts that failed once more, and sends those alone; their settings may be mended in the request")
            .Refuses(ProblemType.InvalidRequest, ProblemType.NotFound, ProblemType.NotPossibleNow);
        bursts.MapGet("/{burstId:guid}", GetAsync).For(Role.Author).WithSummary("One burst with its recipients, for whoever ordered it and for operators").Refuses(ProblemType.NotFound);
    }

    private static async Task<Ok<BurstOrderedContract>> OrderAsync(
        BurstRequest request, Caller caller, Database database, BurstOrders orders, BurstSignals signals, CancellationToken cancellationToken)
    {
        var check = new RequestCheck();
        check.Refuse(request.Report is null, "report", "is needed", "missing");
        check.Refuse(request.Burst is null, "burst", "is needed", "missing");
        check.ThrowIfRefused();
        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        var id = await orders.PlaceAsync(session, caller, new BurstOrder(request.Report!, request.Burst!), cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        signals.Changed();
        return TypedResults.Ok(new BurstOrderedContract(id.Value, "Burst started"));
    }

    private static async Task<Ok<BurstOrderedContract>> RetryAsync(
        Guid burstId, BurstRetryRequest? request, Caller caller, Database database, BurstOrders orders, BurstSignals signals, ReportSignals reports, CancellationToken cancellationToken)
    {
        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        await orders.RetryAsync(session, caller, new BurstId(burstId), request?.Burst, cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        signals.Changed();
        reports.Changed();
        return TypedResults.Ok(new BurstOrderedContract(burstId, "What failed is made once more"));
    }

    private static async Task<Ok<BurstContract>> GetAsync(Guid burstId, Caller caller, Database database, BurstStore store, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        var burst = await store.FindAsync(session, caller, new BurstId(burstId), cancellationToken).ConfigureAwait(false) ?? throw ProblemException.NotFound("Burst");
        return TypedResults.Ok(BurstContract.Of(burst, await store.PartsAsync(session, burst.Id, cancellationToken).ConfigureAwait(false)));
    }
}
