using System.Globalization;
using System.Text;
using Daybook.Accounts;
using Daybook.Hosting;
using Daybook.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Daybook.Audit;

internal static class AuditEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var audit = api.MapGroup("/audit").For(Role.Admin).WithTags("Audit");
        audit.MapGet("", ListAsync).WithSummary("Who did what, newest first").Refuses(ProblemType.InvalidRequest);
        audit.MapGet("/export", Export).WithSummary("The whole log, one JSON object a line, oldest first").Produces<string>(contentType: "application/x-ndjson");
        audit.MapGet("/verify", VerifyAsync).WithSummary("Whether anybody changed the log");
    }

    private static async Task<Ok<IReadOnlyList<AuditEntryContract>>> ListAsync(
        HttpContext context, Database database, AuditStore store, string? action, string? actor, string? subject, string? cursor, int? limit, CancellationToken cancellationToken)
    {
        var page = Page.Of(limit, cursor, context);
        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        var entries = await store.ListAsync(session, page.Before ?? long.MaxValue, action, actor, subject, page.Limit + 1, cancellationToken).ConfigureAwait(false);
        page.LinkNext(entries.Length, () => entries[page.Limit - 1].Sequence.ToString(CultureInfo.InvariantCulture));
        return TypedResults.Ok<IReadOnlyList<AuditEntryContract>>([.. entries.Take(page.Limit).Select(AuditEntryContract.Of)]);
    }

    private static PushStreamHttpResult Export(Database database, AuditStore store, CancellationToken cancellationToken) => TypedResults.Stream(
        async output =>
        {
            await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
            await foreach (var line in store.LinesAsync(session, cancellationToken).ConfigureAwait(false))
                await output.WriteAsync(Encoding.UTF8.GetBytes(line + "\n"), cancellationToken).ConfigureAwait(false);
        },
        "application/x-ndjson",
        "audit.jsonl");

    private static async Task<Ok<AuditVerdict>> VerifyAsync(Database database, AuditLog log, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        return TypedResults.Ok(await log.VerifyAsync(session, cancellationToken).ConfigureAwait(false));
    }
}
