using System.Globalization;
using Daybook.Accounts;
using Daybook.Hosting;
using Daybook.Reports;
using Daybook.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Daybook.Archive;

/// <summary>What is kept, what goes, and what must not.</summary>
internal static class ArchiveEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var archive = api.MapGroup("/archive").For(Role.Admin).WithTags("Archive");
        archive.MapGet("", StateAsync).WithSummary("What is kept, and for how long");
        archive.MapGet("/plan", PlanAsync).WithSummary("Which reports retention would let go now, and how many bytes; nothing goes").Refuses(ProblemType.InvalidRequest);
        archive.MapPost("/prune", PruneAsync).WithSummary("Lets go now what the hourly job would");
        var holds = api.MapGroup("/reports/{reportId:guid}/holds").WithTags("Archive");
        holds.MapGet("", ListHoldsAsync).For(Role.Operator).WithSummary("The legal holds of a report, released ones included").Refuses(ProblemType.NotFound);
        holds.MapPost("", PlaceAsync).For(Role.Operator).WithSummary("Keeps a report until the hold is released").Refuses(ProblemType.InvalidRequest, ProblemType.NotFound, ProblemType.NotPossibleNow);
        holds.MapPost("/{holdId:guid}/release", ReleaseAsync).For(Role.Admin).WithSummary("Ends a hold").Refuses(ProblemType.InvalidRequest, ProblemType.NotFound);
    }

    private static async Task<Ok<ArchiveContract>> StateAsync(Database database, RetentionStore store, Retention retention, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        var state = await store.StateAsync(session, cancellationToken).ConfigureAwait(false);
        var unused = await ContentCollector.WaitingAsync(session, cancellationToken).ConfigureAwait(false);
        return TypedResults.Ok(new ArchiveContract(
            state.Reports, state.Pruned, state.Held, state.Contents, state.Bytes, retention.Options.Days, retention.Options.ReportsPerTemplate, unused.Count, unused.Bytes, unused.FreeFrom));
    }

    private static async Task<Ok<PrunePlanContract>> PlanAsync(HttpContext context, Retention retention, int? limit, string? cursor, CancellationToken cancellationToken)
    {
        var page = Page.Of(limit, cursor, context);
        var after = page.Keys(2) ?? [DateTimeOffset.UnixEpoch.ToString("O", CultureInfo.InvariantCulture), Guid.Empty.ToString("D")];
        if (!DateTimeOffset.TryParseExact(after[0], "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var afterAt) || !Guid.TryParseExact(after[1], "D", out var afterId))
            throw Page.WrongCursor();
        var total = await retention.PlanAsync(cancellationToken).ConfigureAwait(false);
        var found = await retention.ListAsync(afterAt, new ReportId(afterId), page.Limit + 1, cancellationToken).ConfigureAwait(false);
        page.LinkNext(found.Length, () => $"{found[page.Limit - 1].GeneratedAt.ToString("O", CultureInfo.InvariantCulture)}\n{found[page.Limit - 1].Id}");
        return TypedResults.Ok(new PrunePlanContract(total.Reports, total.Exports, total.Bytes, [.. found.Take(page.Limit).Select(ExpiredReportContract.Of)]));
    }

    private static async Task<Ok<PruneResult>> PruneAsync(Caller caller, Retention retention, CancellationToken cancellationToken) =>
        TypedResults.Ok(await retention.PruneAsync(caller, cancellationToken).ConfigureAwait(false));

    private static async Task<Ok<IReadOnlyList<HoldContract>>> ListHoldsAsync(Guid reportId, Caller caller, Holds holds, CancellationToken cancellationToken)
    {
        var found = await holds.ListAsync(caller, new ReportId(reportId), cancellationToken).ConfigureAwait(false);
        return TypedResults.Ok<IReadOnlyList<HoldContract>>([.. found.Select(HoldContract.Of)]);
    }

    private static async Task<Ok<HoldPlacedContract>> PlaceAsync(Guid reportId, HoldRequest request, Caller caller, Holds holds, CancellationToken cancellationToken)
    {
        var id = await holds.PlaceAsync(caller, new ReportId(reportId), request.Reason, cancellationToken).ConfigureAwait(false);
        return TypedResults.Ok(new HoldPlacedContract(id.Value, "Hold placed"));
    }

    private static async Task<Ok<MessageContract>> ReleaseAsync(Guid reportId, Guid holdId, HoldRequest request, Caller caller, Holds holds, CancellationToken cancellationToken)
    {
        await holds.ReleaseAsync(caller, new ReportId(reportId), new HoldId(holdId), request.Reason, cancellationToken).ConfigureAwait(false);
        return TypedResults.Ok(new MessageContract("Hold released"));
    }
}
