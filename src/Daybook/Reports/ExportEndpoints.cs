using System.Globalization;
using Daybook.Accounts;
using Daybook.Audit;
using Daybook.Hosting;
using Daybook.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Daybook.Reports;

/// <summary>The formats of a report, and links to download them.</summary>
internal static class ExportEndpoints
{
    /// <summary>Failures beyond these stand in the manifest only.</summary>
    private const int ListedFailures = 40;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/reports/{reportId:guid}/export", ExportAsync).For(Role.Viewer).WithTags("Reports").WithSummary("Makes a format of a report that is made, and a link to download it")
            .Refuses(ProblemType.InvalidRequest, ProblemType.NotFound, ProblemType.NotPossibleNow, ProblemType.TookTooLong);
        api.MapPost("/reports/export-batch", BatchAsync).For(Role.Viewer).WithTags("Reports").WithSummary("Several reports in several formats as one ZIP file with a manifest; what could not be made is listed in it")
            .Produces<byte[]>(contentType: "application/zip").Refuses(ProblemType.InvalidRequest, ProblemType.NotFound, ProblemType.NotPossibleNow);
        var exports = api.MapGroup("/exports/{exportId:guid}").WithTags("Reports");
        exports.MapGet("/download", DownloadAsync).AllowAnonymous().WithSummary("The file: for whoever has a signed link, or may read the report")
            .Produces<byte[]>(contentType: "application/octet-stream").Refuses(ProblemType.InvalidRequest, ProblemType.SignInRequired, ProblemType.NotFound, ProblemType.LinkExpired);
        exports.MapPost("/link", LinkAsync).For(Role.Viewer).WithSummary("A new link to download the file").Refuses(ProblemType.NotFound);
        exports.MapPost("/revoke-links", RevokeAsync).For(Role.Author).WithSummary("Ends every link given out before").Refuses(ProblemType.NotFound);
    }

    private static async Task<Ok<ExportLinkContract>> ExportAsync(
        Guid reportId, ExportRequest request, HttpRequest http, Caller caller, ReportExports exports, DownloadLinks links, Database database, ExportStore store, CancellationToken cancellationToken)
    {
        var export = await exports.MakeAsync(caller, new ReportId(reportId), request.Format, request.Options, cancellationToken).ConfigureAwait(false);
        return TypedResults.Ok(await LinkToAsync(export, http, links, database, store, cancellationToken).ConfigureAwait(false));
    }

    private static async Task<PushStreamHttpResult> BatchAsync(BatchRequest request, HttpContext context, Caller caller, ReportBatch batch, BatchArchive archive, CancellationToken cancellationToken)
    {
        var made = await batch.MakeAsync(caller, request, cancellationToken).ConfigureAwait(false);
        context.Response.Headers["X-Export-Files"] = made.Made.Length.ToString(CultureInfo.InvariantCulture);
        context.Response.Headers["X-Export-Failures"] = made.Failures.Length.ToString(CultureInfo.InvariantCulture);
        if (!made.Failures.IsEmpty)
            context.Response.Headers["X-Export-Failed"] = string.Join(", ", made.Failures.Take(ListedFailures).Select(failure => $"{failure.ReportId}/{failure.Format}={failure.Code}"));
        return TypedResults.Stream(output => archive.WriteAsync(made, output, cancellationToken), "application/zip", "reports.zip");
    }

    private static async Task<FileContentHttpResult> DownloadAsync(
        Guid exportId, long? expires, string? signature, HttpContext context, Database database, ReportStores stores, ContentStore contents, DownloadLinks links, TimeProvider clock, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        var export = await stores.Exports.FindAsync(session, new ExportId(exportId), cancellationToken).ConfigureAwait(false);
        if (expires is not null || signature is not null)
            await links.RequireAsync(export ?? throw ProblemException.NotFound("Export"), expires ?? 0, signature ?? "", cancellationToken).ConfigureAwait(false);
        else
            await RequireReadableAsync(session, await Caller.BindAsync(context).ConfigureAwait(false), stores, export, cancellationToken).ConfigureAwait(false);
        if (export!.Sha256 is null)
            throw ProblemException.NotFound("File");
        var content = await contents.ReadAsync(session, export.Sha256, cancellationToken).ConfigureAwait(false);
        await stores.Exports.CountDownloadAsync(session, export.Id, clock.Now(), cancellationToken).ConfigureAwait(false);
        context.Response.Headers.ContentSecurityPolicy = SecurityHeaders.MadePagePolicy;
        return TypedResults.File(content, export.MediaType, export.FileName, entityTag: new EntityTagHeaderValue($"\"{export.Sha256}\""));
    }

    private static async Task<Ok<ExportLinkContract>> LinkAsync(Guid exportId, HttpRequest http, Caller caller, Database database, ReportStores stores, DownloadLinks links, CancellationToken cancellationToken)
    {
        StoredExport export;
        await using (var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false))
            export = await RequireReadableAsync(session, caller, stores, await stores.Exports.FindAsync(session, new ExportId(exportId), cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        return TypedResults.Ok(await LinkToAsync(export, http, links, database, stores.Exports, cancellationToken).ConfigureAwait(false));
    }

    private static async Task<Ok<MessageContract>> RevokeAsync(Guid exportId, Caller caller, Database database, ReportStores stores, AuditLog audit, TimeProvider clock, CancellationToken cancellationToken)
    {
        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        var export = await RequireReadableAsync(session, caller, stores, await stores.Exports.FindAsync(session, new ExportId(exportId), cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        await stores.Exports.RevokeLinksAsync(session, export.Id, clock.Now(), cancellationToken).ConfigureAwait(false);
        await audit.AppendAsync(session, caller, "export.links_revoked", export.Id.ToString(), null, null, cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        return TypedResults.Ok(new MessageContract("Links revoked"));
    }

    private static async Task<StoredExport> RequireReadableAsync(Session session, Caller caller, ReportStores stores, StoredExport? export, CancellationToken cancellationToken) =>
        export is not null && await stores.Reports.FindAsync(session, caller, export.ReportId, cancellationToken).ConfigureAwait(false) is not null ? export : throw ProblemException.NotFound("Export");

    private static async Task<ExportLinkContract> LinkToAsync(StoredExport export, HttpRequest http, DownloadLinks links, Database database, ExportStore store, CancellationToken cancellationToken)
    {
        var (url, expires) = await links.CreateAsync(export, http, cancellationToken).ConfigureAwait(false);
        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        await store.NoteLinkAsync(session, export.Id, expires, cancellationToken).ConfigureAwait(false);
        return new ExportLinkContract(export.Id.Value, url, export.Format, expires);
    }
}
