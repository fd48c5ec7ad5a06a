using Daybook.Accounts;
using Daybook.Audit;
using Daybook.Calendars.Ics;
using Daybook.Calendars.Stored;
using Daybook.Hosting;
using Daybook.Outgoing;
using Daybook.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Daybook.Calendars.Api;

/// <summary>ICS files for calendars: sent once, or read regularly from an address. What they change is shown first, and kept when it is confirmed.</summary>
internal static class CalendarImportEndpoints
{
    private const int UsualHours = 24, MostHours = 720;

    public static void Map(IEndpointRouteBuilder api)
    {
        var calendar = api.MapGroup("/calendars/{calendarId}").WithTags("Calendars");
        calendar.MapPost("/import", ImportAsync).For(Role.Operator).WithSummary("What the dates of an ICS file would change; with confirm they are kept. Earlier dates of the same source are replaced")
            .Accepts<string>("text/calendar").Refuses(ProblemType.InvalidRequest, ProblemType.NotFound, ProblemType.NotPossibleNow, ProblemType.StaleEdit, ProblemType.TooLarge);
        calendar.MapPut("/subscription", SubscribeAsync).For(Role.Operator).WithSummary("Has an ICS file read regularly; without confirm only shows what it would change now")
            .Refuses(ProblemType.InvalidRequest, ProblemType.NotFound, ProblemType.NotPossibleNow, ProblemType.StaleEdit);
        calendar.MapDelete("/subscription", UnsubscribeAsync).For(Role.Operator).WithSummary("Ends the subscription; the dates it brought stay").Refuses(ProblemType.NotFound, ProblemType.NotPossibleNow, ProblemType.StaleEdit);
        calendar.MapPost("/subscription/refresh", RefreshAsync).For(Role.Operator).WithSummary("Reads the subscribed file now").Refuses(ProblemType.NotFound, ProblemType.NotPossibleNow);
    }

    private static async Task<Ok<CalendarChangedContract>> ImportAsync(
        string calendarId, HttpRequest request, string? source, [FromQuery(Name = "timed_events")] string? timedEvents, string? confirm, Caller caller, Database database,
        CalendarLibrary library, CalendarFeeds feeds, CalendarAnswers answers, CancellationToken cancellationToken)
    {
        var check = new RequestCheck();
        var closesEarly = TimedEventsWord.Read(timedEvents, check);
        var name = source is null ? "file" : check.Line(source, "source", 100);
        check.Refuse(name == CalendarFeeds.Source, "source", "is the name of the subscription's dates", "reserved_name");
        check.ThrowIfRefused();
        var file = await ReadAsync(request, cancellationToken).ConfigureAwait(false);
        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        var before = await library.RequireAsync(session, calendarId, EntityTag.Expected(request.HttpContext), cancellationToken).ConfigureAwait(false);
        var (plan, answer) = await MergeAsync(session, before, file, feeds.OptionsOf(before.Read(), closesEarly), name, feeds, answers, cancellationToken).ConfigureAwait(false);
        if (confirm is null)
            return TypedResults.Ok(answer);
        CalendarAnswers.RequireSame(plan, confirm);
        var revision = await library.SaveAsync(session, caller, plan, $"Imported from {name}", cancellationToken).ConfigureAwait(false);
        return await KeepAsync(session, request.HttpContext, plan, answer, revision, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<Ok<CalendarChangedContract>> SubscribeAsync(
        string calendarId, CalendarFeedRequest request, HttpContext context, Caller caller, Database database, CalendarStore store, CalendarLibrary library, CalendarFeeds feeds, CalendarAnswers answers, OutgoingHttp http,
        TimeProvider clock, AuditLog audit, CancellationToken cancellationToken)
    {
        var feed = Feed(request, http);
        var seen = EntityTag.Expected(context);
        IcsOptions options;
        await using (var looking = await database.OpenAsync(cancellationToken).ConfigureAwait(false))
            options = feeds.OptionsOf((await library.RequireAsync(looking, calendarId, seen, cancellationToken).ConfigureAwait(false)).Read(), feed.ClosesEarly);
        var file = await FetchAsync(feed, feeds, options.MaxBytes, cancellationToken).ConfigureAwait(false);
        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        var before = await library.RequireAsync(session, calendarId, seen, cancellationToken).ConfigureAwait(false);
        var (plan, answer) = await MergeAsync(session, before, file, options, CalendarFeeds.Source, feeds, answers, cancellationToken).ConfigureAwait(false);
        if (request.Confirm is not { } confirm)
            return TypedResults.Ok(answer);
        CalendarAnswers.RequireSame(plan, confirm);
        await store.SetFeedAsync(session, calendarId, feed, clock.Now(), cancellationToken).ConfigureAwait(false);
        await audit.AppendAsync(session, caller, "calendar.subscribed", calendarId, null, Address(feed.Address), cancellationToken).ConfigureAwait(false);
        var revision = await library.AddVersionAsync(session, caller, plan, "Subscribed", cancellationToken).ConfigureAwait(false);
        return await KeepAsync(session, context, plan, answer, revision, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<Ok<MessageContract>> UnsubscribeAsync(
        string calendarId, HttpContext context, Caller caller, Database database, CalendarStore store, CalendarLibrary library, TimeProvider clock, AuditLog audit, CancellationToken cancellationToken)
    {
        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        var calendar = await RequireFeedAsync(session, library, calendarId, EntityTag.Expected(context), cancellationToken).ConfigureAwait(false);
        await store.SetFeedAsync(session, calendarId, null, clock.Now(), cancellationToken).ConfigureAwait(false);
        await audit.AppendAsync(session, caller, "calendar.unsubscribed", calendarId, Address(new Uri(calendar.FeedAddress!)), null, cancellationToken).ConfigureAwait(false);
        EntityTag.Set(context, await library.AddVersionAsync(session, caller, new CalendarPlan(calendar, calendar.Read()), "Subscription ended", cancellationToken).ConfigureAwait(false));
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        return TypedResults.Ok(new MessageContract("Subscription ended"));
    }

    private static async Task<Ok<CalendarContract>> RefreshAsync(
        string calendarId, Caller caller, Database database, CalendarStore store, CalendarLibrary library, CalendarFeeds feeds, CancellationToken cancellationToken)
    {
        StoredCalendar calendar;
        await using (var looking = await database.OpenAsync(cancellationToken).ConfigureAwait(false))
            calendar = await RequireFeedAsync(looking, library, calendarId, null, cancellationToken).ConfigureAwait(false);
        await feeds.RefreshAsync(caller, calendar, CalendarFeeds.FetchTimeOfRequest, cancellationToken).ConfigureAwait(false);
        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        var after = await store.FindAsync(session, calendarId, cancellationToken).ConfigureAwait(false) ?? throw ProblemException.NotFound("Calendar");
        return TypedResults.Ok(CalendarContract.Of(after.Read(), after, true));
    }

    private static async Task<(CalendarPlan Plan, CalendarChangedContract Answer)> MergeAsync(
        Session session, StoredCalendar before, byte[] file, IcsOptions options, string source, CalendarFeeds feeds, CalendarAnswers answers, CancellationToken cancellationToken)
    {
        var read = feeds.Read(file, options);
        var ics = FieldErrors.Require(read);
        var plan = new CalendarPlan(before, CalendarImport.Preview(before.Read(), ics, source, options.First).Result);
        var answer = await answers.OfAsync(
            session, plan, plan.ChangesNothing ? "The file changes nothing" : "Nothing was changed yet: confirm with the hash", false, before.Revision, FieldErrors.Warnings(read.Problems), cancellationToken).ConfigureAwait(false);
        return (plan, answer with { IgnoredTimedEvents = ics.IgnoredTimed, IgnoredTransparentEvents = ics.IgnoredTransparent });
    }

    private static async Task<Ok<CalendarChangedContract>> KeepAsync(
        Session session, HttpContext context, CalendarPlan plan, CalendarChangedContract answer, int revision, CancellationToken cancellationToken)
    {
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        EntityTag.Set(context, revision);
        return TypedResults.Ok(answer with { Message = plan.ChangesNothing ? answer.Message : "Calendar updated successfully", Saved = true, Version = StoredCalendar.VersionOf(revision) });
    }

    private static CalendarFeed Feed(CalendarFeedRequest request, OutgoingHttp http)
    {
        var check = new RequestCheck();
        var text = check.Line(request.Url, "url", 2000);
        var address = Uri.TryCreate(text.Replace("webcal://", "https://", StringComparison.OrdinalIgnoreCase), UriKind.Absolute, out var parsed) ? parsed : null;
        check.Refuse(text.Length > 0 && address is null, "url", "is no address; write it as https://example.com/holidays.ics", "wrong_address");
        if (address is not null && http.Refusal(address) is { } refusal)
            check.Refuse("url", refusal, "address_refused");
        var closesEarly = TimedEventsWord.Read(request.TimedEvents, check);
        var hours = check.Between(request.RefreshHours ?? UsualHours, 1, MostHours, "refresh_hours");
        check.ThrowIfRefused();
        return new CalendarFeed(address!, closesEarly, hours);
    }

    private static async Task<byte[]> FetchAsync(CalendarFeed feed, CalendarFeeds feeds, int mostBytes, CancellationToken cancellationToken)
    {
        try
        {
            return await feeds.FetchAsync(feed.Address, mostBytes, CalendarFeeds.FetchTimeOfRequest, cancellationToken).ConfigureAwait(false);
        }
        catch (OutgoingException failure)
        {
            throw new ProblemException(ProblemType.InvalidRequest, failure.Sentences, [new FieldError("url", failure.Message, failure.Code) { Advice = failure.Advice }]);
        }
    }

    private static async Task<byte[]> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength is { } length and > IcsOptions.UsualMaxBytes)
            throw new ProblemException(ProblemType.TooLarge, $"{IcsReader.TooLarge(length, IcsOptions.UsualMaxBytes)}: {IcsReader.Smaller}.");
        using var file = new MemoryStream();
        await request.Body.CopyToAsync(file, cancellationToken).ConfigureAwait(false);
        return file.ToArray();
    }

    private static async Task<StoredCalendar> RequireFeedAsync(Session session, CalendarLibrary library, string id, int? seen, CancellationToken cancellationToken)
    {
        var calendar = await library.RequireAsync(session, id, seen, cancellationToken).ConfigureAwait(false);
        return calendar.FeedAddress is not null ? calendar : throw new ProblemException(ProblemType.NotPossibleNow, "The calendar has no subscription.");
    }

    /// <summary>Without its query, which may hold a key.</summary>
    private static Json Address(Uri address) => new(System.Text.Json.JsonSerializer.Serialize(address.GetLeftPart(UriPartial.Path), CalendarsJson.Default.String));
}
