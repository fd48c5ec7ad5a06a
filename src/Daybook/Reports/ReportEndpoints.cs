using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Daybook.Accounts;
using Daybook.Hosting;
using Daybook.Storage;
using Daybook.Templates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Daybook.Reports;

/// <summary>Reports: ordering, watching, and reading them.</summary>
internal static class ReportEndpoints
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    public static void Map(IEndpointRouteBuilder api)
    {
        var reports = api.MapGroup("/reports").WithTags("Reports");
        reports.MapPost("/generate", GenerateAsync).For(Role.Author).WithSummary("Orders a report; the answer comes at once, the report is made after it")
            .Refuses(ProblemType.InvalidRequest, ProblemType.NotFound, ProblemType.IdempotencyConflict);
        reports.MapGet("", ListAsync).For(Role.Viewer).WithSummary("The reports the caller may read, newest first").Refuses(ProblemType.InvalidRequest);
        reports.MapGet("/{reportId:guid}", GetAsync).For(Role.Viewer).WithSummary("One report with its exports").Refuses(ProblemType.NotFound);
        reports.MapGet("/{reportId:guid}/status", StatusAsync).For(Role.Viewer).WithSummary("Where a report stands; as an event stream where text/event-stream is accepted")
            .Produces<ReportStatusContract>().Refuses(ProblemType.NotFound);
        reports.MapPost("/{reportId:guid}/cancel", CancelAsync).For(Role.Author).WithSummary("Ends a report that is not over").Refuses(ProblemType.NotFound, ProblemType.NotPossibleNow);
        reports.MapPost("/{reportId:guid}/rerun", RerunAsync).For(Role.Author).WithSummary("The same report once more, with the data as it is now").Refuses(ProblemType.NotFound);
    }

    private static async Task<Ok<GeneratedContract>> GenerateAsync(
        GenerateRequest request, [FromHeader(Name = "Idempotency-Key")] string? key, Caller caller, ReportOrders orders, CancellationToken cancellationToken)
    {
        var check = new RequestCheck();
        var named = check.OptionalText(key, "Idempotency-Key", 255);
        check.ThrowIfRefused();
        var (id, formats) = await orders.PlaceAsync(caller, request, named, cancellationToken).ConfigureAwait(false);
        return TypedResults.Ok(new GeneratedContract(id.Value, "Report generation started", formats));
    }

    private static async Task<Ok<IReadOnlyList<ReportContract>>> ListAsync(
        HttpContext context, Caller caller, Database database, ReportStore store,
        [FromQuery(Name = "start_date")] DateOnly? startDate, [FromQuery(Name = "end_date")] DateOnly? endDate, [FromQuery(Name = "template_id")] Guid? templateId,
        string? status, int? limit, string? cursor, CancellationToken cancellationToken)
    {
        var page = Page.Of(limit, cursor, context);
        var check = new RequestCheck();
        var state = status is null ? null : ReportState.Find(status);
        check.Refuse(endDate < startDate, "end_date", "must not be before start_date");
        check.Refuse(status is not null && state is null, "status", $"must be one of {string.Join(", ", ReportState.All.Select(known => known.Word))}", "unknown_word");
        check.ThrowIfRefused();
        var before = page.Keys(2) ?? [DateTimeOffset.MaxValue.AddDays(-1).ToString("O", CultureInfo.InvariantCulture), Guid.Empty.ToString("D")];
        if (!DateTimeOffset.TryParseExact(before[0], "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var beforeAt) || !Guid.TryParseExact(before[1], "D", out var beforeId))
            throw Page.WrongCursor();
        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        var filter = new ReportFilter(startDate, endDate, templateId is { } template ? new TemplateId(template) : null, state);
        var found = await store.ListAsync(session, caller, filter, beforeAt, new ReportId(beforeId), page.Limit + 1, cancellationToken).ConfigureAwait(false);
        page.LinkNext(found.Length, () => $"{found[page.Limit - 1].GeneratedAt.ToString("O", CultureInfo.InvariantCulture)}\n{found[page.Limit - 1].Id}");
        return TypedResults.Ok<IReadOnlyList<ReportContract>>([.. found.Take(page.Limit).Select(report => ReportContract.Of(report, null, false))]);
    }

    private static async Task<Ok<ReportContract>> GetAsync(Guid reportId, Caller caller, Database database, ReportStores stores, TemplateStore templates, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        var report = await RequireAsync(session, caller, stores.Reports, reportId, cancellationToken).ConfigureAwait(false);
        var exports = await stores.Exports.ListAsync(session, report.Id, cancellationToken).ConfigureAwait(false);
        return TypedResults.Ok(ReportContract.Of(report, exports, await templates.IsReadableAsync(session, caller, report.TemplateId, cancellationToken).ConfigureAwait(false)));
    }

    private static async Task<Results<Ok<ReportStatusContract>, ServerSentEventsResult<ReportStatusContract>, NoContent>> StatusAsync(
        Guid reportId, HttpContext context, Caller caller, Database database, ReportStore store, ReportSignals signals, ReportProgress blocks, CancellationToken cancellationToken)
    {
        ReportStatusContract status;
        await using (var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false))
            status = ReportStatusContract.Of(await RequireAsync(session, caller, store, reportId, cancellationToken).ConfigureAwait(false), blocks.Find(new ReportId(reportId)));
        if (!context.Request.Headers.Accept.ToString().Contains("text/event-stream", StringComparison.Ordinal))
            return TypedResults.Ok(status);
        // A browser that has seen the end would come back for ever; this tells it not to.
        if (ReportState.Find(status.Status)!.IsOver && context.Request.Headers["Last-Event-ID"] == status.Status)
            return TypedResults.NoContent();
        return TypedResults.ServerSentEvents(WatchAsync(status, caller, database, store, signals, blocks, cancellationToken));
    }

    /// <summary>Every state of a report from now to its end. Rights are asked for again each time.</summary>
    private static async IAsyncEnumerable<SseItem<ReportStatusContract>> WatchAsync(
        ReportStatusContract first, Caller caller, Database database, ReportStore store, ReportSignals signals, ReportProgress blocks, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return Event(first);
        for (var shown = first; !ReportState.Find(shown.Status)!.IsOver;)
        {
            var next = Task.WhenAny(signals.Next, blocks.Next);
            StoredReport? report;
            await using (var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false))
                report = await store.FindAsync(session, caller, new ReportId(first.Id), cancellationToken).ConfigureAwait(false);
            if (report is null)
                yield break;
            var status = ReportStatusContract.Of(report, blocks.Find(report.Id));
            if (status != shown)
                yield return Event(shown = status);
            else
                await ReportSignals.WaitAsync(next, Look, cancellationToken).ConfigureAwait(false);
        }
    }

    private static SseItem<ReportStatusContract> Event(ReportStatusContract status) => new(status, "status") { EventId = status.Status };

    private static async Task<Ok<MessageContract>> CancelAsync(Guid reportId, Caller caller, ReportOrders orders, CancellationToken cancellationToken)
    {
        await orders.CancelAsync(caller, new ReportId(reportId), cancellationToken).ConfigureAwait(false);
        return TypedResults.Ok(new MessageContract("Report cancelled"));
    }

    private static async Task<Ok<GeneratedContract>> RerunAsync(Guid reportId, Caller caller, ReportOrders orders, CancellationToken cancellationToken)
    {
        var (id, formats) = await orders.RepeatAsync(caller, new ReportId(reportId), cancellationToken).ConfigureAwait(false);
        return TypedResults.Ok(new GeneratedContract(id.Value, "Report generation started", formats));
    }

    private static async Task<StoredReport> RequireAsync(Session session, Caller caller, ReportStore store, Guid id, CancellationToken cancellationToken) =>
        await store.FindAsync(session, caller, new ReportId(id), cancellationToken).ConfigureAwait(false) ?? throw ProblemException.NotFound("Report");
}
