using Daybook.Accounts;
using Daybook.Audit;
using Daybook.Delivery.Channels;
using Daybook.Hosting;
using Daybook.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Daybook.Delivery.Api;

/// <summary>The list of those who get nothing any more.</summary>
internal static class SuppressionEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var suppressions = api.MapGroup("/suppressions").For(Role.Operator).WithTags("Delivery");
        suppressions.MapGet("", ListAsync).WithSummary("Who gets nothing any more, by address").Refuses(ProblemType.InvalidRequest);
        suppressions.MapPost("", AddAsync).WithSummary("Sends nothing to a recipient any more").Refuses(ProblemType.InvalidRequest, ProblemType.AlreadyExists);
        suppressions.MapDelete("/{suppressionId:guid}", RemoveAsync).WithSummary("Sends to the recipient again").Refuses(ProblemType.NotFound);
    }

    private static async Task<Ok<IReadOnlyList<SuppressionContract>>> ListAsync(
        HttpContext context, Database database, SuppressionStore store, string? recipient, int? limit, string? cursor, CancellationToken cancellationToken)
    {
        var page = Page.Of(limit, cursor, context);
        var after = page.Keys(2) ?? ["", ""];
        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        var found = await store.ListAsync(session, recipient, after[0], after[1], page.Limit + 1, cancellationToken).ConfigureAwait(false);
        page.LinkNext(found.Length, () => $"{found[page.Limit - 1].Recipient}\n{found[page.Limit - 1].Channel}");
        return TypedResults.Ok<IReadOnlyList<SuppressionContract>>([.. found.Take(page.Limit).Select(SuppressionContract.Of)]);
    }

    private static async Task<Ok<SuppressionContract>> AddAsync(
        SuppressRequest request, Caller caller, Database database, SuppressionStore store, ChannelRegistry channels, AuditLog audit, TimeProvider clock, CancellationToken cancellationToken)
    {
        var check = new RequestCheck();
        var recipient = check.Line(request.Recipient, "recipient", 1000);
        var reason = check.OptionalText(request.Reason, "reason", 500) ?? "added by " + caller.Username;
        var channel = request.Channel is null or SuppressionStore.EveryChannel ? SuppressionStore.EveryChannel : channels.Find(request.Channel)?.Name;
        check.Refuse(channel is null, "channel", $"'{request.Channel}' is no channel of this server; channels are {string.Join(", ", channels.Names)}", "unknown_channel");
        check.ThrowIfRefused();
        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        var now = clock.Now();
        var id = await store.AddAsync(session, channel!, recipient, reason, caller.Username, now, cancellationToken).ConfigureAwait(false)
            ?? throw new ProblemException(ProblemType.AlreadyExists, "The recipient is on the list already.");
        await audit.AppendAsync(session, caller, "suppression.added", id.ToString(), null, null, cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        return TypedResults.Ok(new SuppressionContract(id.Value, RecipientAddress.Normal(recipient), channel!, reason, caller.Username, now));
    }

    private static async Task<Ok<MessageContract>> RemoveAsync(Guid suppressionId, Caller caller, Database database, SuppressionStore store, AuditLog audit, CancellationToken cancellationToken)
    {
        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        var removed = await store.RemoveAsync(session, new SuppressionId(suppressionId), cancellationToken).ConfigureAwait(false) ?? throw ProblemException.NotFound("Suppression");
        await audit.AppendAsync(session, caller, "suppression.removed", removed.Id.ToString(), null, null, cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        return TypedResults.Ok(new MessageContract("Suppression removed"));
    }
}
