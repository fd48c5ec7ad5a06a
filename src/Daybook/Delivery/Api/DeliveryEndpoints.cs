using System.Globalization;
using Daybook.Accounts;
using Daybook.Delivery.Bounces;
using Daybook.Delivery.Channels;
using Daybook.Hosting;
using Daybook.Reports;
using Daybook.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Daybook.Delivery.Api;

/// <summary>The ledger of deliveries: reading it, and deciding what nobody but a person can decide.</summary>
internal static class DeliveryEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var deliveries = api.MapGroup("/deliveries").For(Role.Operator).WithTags("Delivery");
        deliveries.MapGet("", ListAsync).WithSummary("Every delivery, latest due first; state=open shows what should have gone out in a window and did not").Refuses(ProblemType.InvalidRequest);
        deliveries.MapGet("/{deliveryId:guid}", GetAsync).WithSummary("One delivery with every change").Refuses(ProblemType.NotFound);
        deliveries.MapPost("/{deliveryId:guid}/resend", ResendOneAsync).WithSummary("Sends again what failed, is unknown, came back or was suppressed").Refuses(ProblemType.NotFound, ProblemType.NotPossibleNow);
        deliveries.MapPost("/{deliveryId:guid}/mark", MarkAsync).WithSummary("Says how an unknown delivery came out").Refuses(ProblemType.InvalidRequest, ProblemType.NotFound, ProblemType.NotPossibleNow);
        deliveries.MapPost("/resend", ResendManyAsync).WithSummary("Sends again the failed deliveries of a report or a window, or the ones named").Refuses(ProblemType.InvalidRequest);
        deliveries.MapGet("/bounces", Mailbox).WithSummary("How the node that answers found the mailbox that mails come back to when it last read it");
        deliveries.MapPost("/bounces", BounceAsync).WithSummary("Notes what became of a mail after a mail server took it: that it came back, waits on its way, or arrived").Refuses(ProblemType.InvalidRequest, ProblemType.NotFound, ProblemType.NotPossibleNow);
        api.MapGet("/channels", Channels).For(Role.Viewer).WithTags("Delivery").WithSummary("The channels of this server");
    }

    private static async Task<Ok<IReadOnlyList<DeliveryContract>>> ListAsync(
        HttpContext context, Database database, DeliveryStore ledger, string? state, string? channel, GivenInstant? from, GivenInstant? until,
        [FromQuery(Name = "report_id")] Guid? reportId, [FromQuery(Name = "schedule_id")] Guid? scheduleId, [FromQuery(Name = "occurrence_id")] Guid? occurrenceId,
        int? limit, string? cursor, CancellationToken cancellationToken)
    {
        var check = new RequestCheck();
        var filter = new DeliveryFilter
        {
            States = state is null ? null : DeliveryWindow.States(state.Split(','), "state", check),
            Channel = channel,
            From = from?.At,
            Until = until?.At,
            Report = reportId is { } report ? new ReportId(report) : null,
            ScheduleId = ForeignId.Of(scheduleId),
            OccurrenceId = ForeignId.Of(occurrenceId),
        };
        check.ThrowIfRefused();
        return TypedResults.Ok(await PageAsync(filter, Page.Of(limit, cursor, context), database, ledger, cancellationToken).ConfigureAwait(false));
    }

    private static async Task<Ok<DeliveryContract>> GetAsync(Guid deliveryId, Database database, DeliveryStore ledger, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        var delivery = await ledger.FindAsync(session, new DeliveryId(deliveryId), cancellationToken).ConfigureAwait(false) ?? throw ProblemException.NotFound("Delivery");
        return TypedResults.Ok(DeliveryContract.Of(delivery, await ledger.EventsAsync(session, delivery.Id, cancellationToken).ConfigureAwait(false)));
    }

    private static async Task<Ok<ResentContract>> ResendOneAsync(Guid deliveryId, Caller caller, DeliveryDecisions decisions, CancellationToken cancellationToken)
    {
        await decisions.ResendAsync(caller, new DeliveryId(deliveryId), cancellationToken).ConfigureAwait(false);
        return TypedResults.Ok(new ResentContract("Delivery is sent again", 1));
    }

    private static async Task<Ok<MessageContract>> MarkAsync(Guid deliveryId, MarkRequest request, Caller caller, DeliveryDecisions decisions, CancellationToken cancellationToken)
    {
        await decisions.MarkAsync(caller, new DeliveryId(deliveryId), request, cancellationToken).ConfigureAwait(false);
        return TypedResults.Ok(new MessageContract("Delivery marked"));
    }

    private static async Task<Ok<ResentContract>> ResendManyAsync(ResendRequest request, Caller caller, DeliveryDecisions decisions, CancellationToken cancellationToken)
    {
        var count = await decisions.ResendAsync(caller, request, cancellationToken).ConfigureAwait(false);
        return TypedResults.Ok(new ResentContract(string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? "delivery is" : "deliveries are")} sent again"), count));
    }

    private static async Task<Ok<MessageContract>> BounceAsync(BounceRequest request, Caller caller, DeliveryDecisions decisions, CancellationToken cancellationToken)
    {
        await decisions.NoteBounceAsync(caller, request, cancellationToken).ConfigureAwait(false);
        return TypedResults.Ok(new MessageContract("Bounce noted"));
    }

    private static Ok<BounceMailboxContract> Mailbox(BounceMailboxState state) => TypedResults.Ok(state.Now);

    private static Ok<IReadOnlyList<ChannelContract>> Channels(ChannelRegistry channels) => TypedResults.Ok<IReadOnlyList<ChannelContract>>(
        [.. channels.All.Select(channel => new ChannelContract(channel.Name, channel.Traits.Kind, channel.Traits.MaximumBytes, channel.Traits.Guarantee.Word))]);

    internal static async Task<IReadOnlyList<DeliveryContract>> PageAsync(
        DeliveryFilter filter, Page page, Database database, DeliveryStore ledger, CancellationToken cancellationToken)
    {
        var before = page.Keys(2) ?? [DateTimeOffset.MaxValue.AddDays(-1).ToString("O", CultureInfo.InvariantCulture), Guid.Empty.ToString("D")];
        if (!DateTimeOffset.TryParseExact(before[0], "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var beforeDue) || !Guid.TryParseExact(before[1], "D", out var beforeId))
            throw Page.WrongCursor();
        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        var found = await ledger.ListAsync(session, filter, beforeDue, new DeliveryId(beforeId), page.Limit + 1, cancellationToken).ConfigureAwait(false);
        page.LinkNext(found.Length, () => $"{found[page.Limit - 1].DueAt.ToString("O", CultureInfo.InvariantCulture)}\n{found[page.Limit - 1].Id}");
        return [.. found.Take(page.Limit).Select(delivery => DeliveryContract.Of(delivery))];
    }
}
