using Daybook.Accounts;
using Daybook.Audit;
using Daybook.Hosting;
using Daybook.Schedules.Api;
using Daybook.Schedules.Running;
using Daybook.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace Daybook.Schedules.Feed;

/// <summary>A private address that calendar programs read due reports from. Whoever has it sees what its owner may see, until it is revoked.</summary>
internal static class ScheduleFeedEndpoints
{
    private const int DaysBehind = 7, DaysAhead = 45, MostEvents = 2000;

    public static void Map(IEndpointRouteBuilder api)
    {
        var feed = api.MapGroup("/schedules").WithTags("Schedules");
        feed.MapPost("/feed", CreateAsync).For(Role.Viewer).WithSummary("A new private address of the caller's due reports for calendar programs; the one before is no longer good");
        feed.MapDelete("/feed", RevokeAsync).For(Role.Viewer).WithSummary("Revokes the address");
        feed.MapGet("/feed.ics", ReadAsync).AllowAnonymous().WithSummary("Due reports as a calendar (ICS), for whoever has the address").Produces<string>(StatusCodes.Status200OK, "text/calendar").Refuses(ProblemType.NotFound);
    }

    private static async Task<Ok<ScheduleFeedContract>> CreateAsync(
        HttpRequest request, Caller caller, Database database, ScheduleFeedStore store, AuditLog audit, IOptions<HostingOptions> hosting, TimeProvider clock, CancellationToken cancellationToken)
    {
        var token = Secret.New();
        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        await store.SetAsync(session, caller.UserId, Secret.Hash(token), clock.Now(), cancellationToken).ConfigureAwait(false);
        await audit.AppendAsync(session, caller, "feed.created", caller.UserId.ToString(), null, null, cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        return TypedResults.Ok(new ScheduleFeedContract($"{hosting.Value.AddressFor(request)}{DaybookServer.ApiPath}/schedules/feed.ics?token={token}"));
    }

    private static async Task<Ok<MessageContract>> RevokeAsync(Caller caller, Database database, ScheduleFeedStore store, AuditLog audit, CancellationToken cancellationToken)
    {
        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        if (await store.DeleteAsync(session, caller.UserId, cancellationToken).ConfigureAwait(false))
            await audit.AppendAsync(session, caller, "feed.revoked", caller.UserId.ToString(), null, null, cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        return TypedResults.Ok(new MessageContract("Address revoked"));
    }

    private static async Task<ContentHttpResult> ReadAsync(
        string? token, HttpContext context, Database database, ScheduleFeedStore store, UserStore users, OccurrenceStore occurrences, ScheduleUseStore schedules, TimeProvider clock, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        var owner = token is { Length: > 0 } ? await store.FindAsync(session, Secret.Hash(token), cancellationToken).ConfigureAwait(false) : null;
        if (owner is not { } id || await users.FindAsync(session, id, cancellationToken).ConfigureAwait(false) is not { IsActive: true } user)
            throw ProblemException.NotFound("Calendar feed");
        var (from, to) = (clock.Now().AddDays(-DaysBehind), clock.Now().AddDays(DaysAhead));
        var found = await occurrences.ListAsync(session, Caller.Of(user, null), new OccurrenceFilter(null, from, to), from.AddTicks(-10), default, MostEvents + 1, cancellationToken).ConfigureAwait(false);
        var names = await schedules.NamesAsync(session, from, to, cancellationToken).ConfigureAwait(false);
        context.Response.Headers.CacheControl = "private, max-age=300";
        return TypedResults.Text(ScheduleFeed.Of(found, names, MostEvents), "text/calendar", System.Text.Encoding.UTF8);
    }
}
