using System.Globalization;
using System.Text.Json;
using Daybook.Accounts;
using Daybook.Calendars.BuiltIn;
using Daybook.Calendars.Stored;
using Daybook.Hosting;
using Daybook.Input;
using Daybook.Schedules.TimeZones;
using Daybook.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using NodaTime;

namespace Daybook.Calendars.Api;

/// <summary>Business calendars: the list, one with its dates and versions, and its changes.</summary>
internal static class CalendarEndpoints
{
    private const int MostYears = 15;

    private static readonly DescribedBody Described = new(typeof(CalendarRequest));

    public static void Map(IEndpointRouteBuilder api)
    {
        var calendars = api.MapGroup("/calendars").WithTags("Calendars");
        calendars.MapGet("", ListAsync).For(Role.Viewer).WithSummary("The calendars that schedules can name, by id; those of the program are among them").Refuses(ProblemType.InvalidRequest);
        calendars.MapPost("", AddAsync).For(Role.Operator).WithSummary("A new calendar").WithMetadata(Described).Refuses(ProblemType.InvalidRequest, ProblemType.AlreadyExists);
        calendars.MapGet("/{calendarId}", GetAsync).For(Role.Viewer).WithSummary("One calendar").Refuses(ProblemType.NotFound);
        calendars.MapGet("/{calendarId}/dates", DatesAsync).For(Role.Viewer).WithSummary("Holidays, working days on weekends and early closes of a range; of this year unless said otherwise")
            .Refuses(ProblemType.InvalidRequest, ProblemType.NotFound);
        calendars.MapGet("/{calendarId}/versions", VersionsAsync).For(Role.Viewer).WithSummary("What the calendar was, newest first").Refuses(ProblemType.InvalidRequest, ProblemType.NotFound);
        calendars.MapPost("/{calendarId}/preview", PreviewAsync).For(Role.Operator).WithSummary("What changing the calendar to this would do; nothing is kept")
            .WithMetadata(Described).Refuses(ProblemType.InvalidRequest, ProblemType.NotFound, ProblemType.NotPossibleNow);
        calendars.MapPut("/{calendarId}", UpdateAsync).For(Role.Operator).WithSummary("Puts the sent calendar in the place of the present one; every change is a version")
            .WithMetadata(Described).Refuses(ProblemType.InvalidRequest, ProblemType.NotFound, ProblemType.NotPossibleNow, ProblemType.StaleEdit);
        calendars.MapDelete("/{calendarId}", DeleteAsync).For(Role.Operator).WithSummary("Removes a calendar that no schedule names").Refuses(ProblemType.NotFound, ProblemType.NotPossibleNow, ProblemType.StaleEdit);
    }

    private static async Task<Ok<IReadOnlyList<CalendarContract>>> ListAsync(
        HttpContext context, Database database, CalendarStore store, int? limit, string? cursor, CancellationToken cancellationToken)
    {
        var page = Page.Of(limit, cursor, context);
        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        var stored = await store.ListAsync(session, cancellationToken).ConfigureAwait(false);
        var found = BuiltInCalendars.All.Select(calendar => CalendarContract.Of(calendar, null, false)).Concat(stored.Select(calendar => CalendarContract.Of(calendar.Read(), calendar, false)))
            .Where(calendar => page.After is null || string.CompareOrdinal(calendar.Id, page.After) > 0).OrderBy(calendar => calendar.Id, StringComparer.Ordinal).ToList();
        page.LinkNext(found.Count, () => found[page.Limit - 1].Id);
        return TypedResults.Ok<IReadOnlyList<CalendarContract>>([.. found.Take(page.Limit)]);
    }

    private static async Task<Ok<CalendarContract>> AddAsync(
        JsonElement body, HttpContext context, Caller caller, Database database, CalendarStore store, CalendarLibrary library, TimeZoneData zones, CancellationToken cancellationToken)
    {
        var (calendar, _) = CalendarInput.Read(body, null, zones);
        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        await library.AddAsync(session, caller, calendar, cancellationToken).ConfigureAwait(false);
        var stored = (await store.FindAsync(session, calendar.Id, cancellationToken).ConfigureAwait(false))!;
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        EntityTag.Set(context, stored.Revision);
        return TypedResults.Ok(CalendarContract.Of(stored.Read(), stored, true));
    }

    private static async Task<Ok<CalendarContract>> GetAsync(string calendarId, HttpContext context, Database database, CalendarStore store, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        var (calendar, stored) = await FindAsync(session, store, calendarId, cancellationToken).ConfigureAwait(false);
        EntityTag.Set(context, int.Parse(calendar.Version, CultureInfo.InvariantCulture));
        return TypedResults.Ok(CalendarContract.Of(calendar, stored, true));
    }

    private static async Task<Ok<CalendarDatesContract>> DatesAsync(
        string calendarId, DateOnly? from, DateOnly? to, Database database, CalendarStore store, TimeProvider clock, CancellationToken cancellationToken)
    {
        var today = Instant.FromDateTimeOffset(clock.GetUtcNow()).InUtc().Date;
        var (first, last) = (from is { } given ? LocalDate.FromDateOnly(given) : new LocalDate(today.Year, 1, 1), to is { } end ? LocalDate.FromDateOnly(end) : new LocalDate(from?.Year ?? today.Year, 12, 31));
        var check = new RequestCheck();
        check.Refuse(last < first, "to", "lies before from", "out_of_range");
        check.Refuse(last.Year - first.Year >= MostYears, "to", $"is more than {MostYears} years after from", "out_of_range");
        check.ThrowIfRefused();
        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        var (definition, _) = await FindAsync(session, store, calendarId, cancellationToken).ConfigureAwait(false);
        var calendar = BusinessCalendar.Of(definition, first.Year, last.Year);
        var dates = calendar.Holidays.Select(day => (day.Key, new CalendarDateContract(FieldText.Of(day.Key), "holiday", day.Value, null)))
            .Concat(definition.WorkingDays.Where(calendar.IsBusinessDate).Select(day => (day, new CalendarDateContract(FieldText.Of(day), "working_day", null, null))))
            .Concat(calendar.EarlyCloses.Select(day => (day.Key, new CalendarDateContract(FieldText.Of(day.Key), "early_close", null, FieldText.Short(day.Value)))));
        return TypedResults.Ok(new CalendarDatesContract(
            definition.Id, definition.Version, FieldText.Of(BusinessCalendar.Around(today, definition).LastDate),
            [.. dates.Where(day => day.Item1 >= first && day.Item1 <= last).OrderBy(day => day.Item1).Select(day => day.Item2)]));
    }

    private static async Task<Ok<IReadOnlyList<CalendarVersionContract>>> VersionsAsync(
        string calendarId, HttpContext context, Database database, CalendarStore store, int? limit, string? cursor, CancellationToken cancellationToken)
    {
        var page = Page.Of(limit, cursor, context);
        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        var (_, stored) = await FindAsync(session, store, calendarId, cancellationToken).ConfigureAwait(false);
        var found = stored is null ? [] : await store.VersionsAsync(session, calendarId, (int)(page.Before ?? int.MaxValue), page.Limit + 1, cancellationToken).ConfigureAwait(false);
        page.LinkNext(found.Length, () => found[page.Limit - 1].Revision.ToString(CultureInfo.InvariantCulture));
        return TypedResults.Ok<IReadOnlyList<CalendarVersionContract>>([.. found.Take(page.Limit).Select(CalendarVersionContract.Of)]);
    }

    private static async Task<Ok<CalendarChangedContract>> PreviewAsync(
        string calendarId, JsonElement body, Database database, CalendarLibrary library, CalendarAnswers answers, TimeZoneData zones, CancellationToken cancellationToken)
    {
        var (calendar, warnings) = CalendarInput.Read(body, calendarId, zones);
        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        var before = await library.RequireAsync(session, calendarId, null, cancellationToken).ConfigureAwait(false);
        return TypedResults.Ok(await answers.OfAsync(session, new CalendarPlan(before, calendar), "Nothing was changed", false, before.Revision, warnings, cancellationToken).ConfigureAwait(false));
    }

    private static async Task<Ok<CalendarChangedContract>> UpdateAsync(
        string calendarId, JsonElement body, HttpContext context, Caller caller, Database database, CalendarLibrary library, CalendarAnswers answers, TimeZoneData zones, CancellationToken cancellationToken)
    {
        var (calendar, warnings) = CalendarInput.Read(body, calendarId, zones);
        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        var before = await library.RequireAsync(session, calendarId, EntityTag.Expected(context), cancellationToken).ConfigureAwait(false);
        var plan = new CalendarPlan(before, calendar);
        var answer = await answers.OfAsync(session, plan, "Calendar updated successfully", true, before.Revision, warnings, cancellationToken).ConfigureAwait(false);
        var revision = await library.SaveAsync(session, caller, plan, "Changed", cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        EntityTag.Set(context, revision);
        return TypedResults.Ok(answer with { Version = StoredCalendar.VersionOf(revision) });
    }

    private static async Task<Ok<MessageContract>> DeleteAsync(string calendarId, HttpContext context, Caller caller, Database database, CalendarLibrary library, CancellationToken cancellationToken)
    {
        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        var calendar = await library.RequireAsync(session, calendarId, EntityTag.Expected(context), cancellationToken).ConfigureAwait(false);
        await library.DeleteAsync(session, caller, calendar, cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        return TypedResults.Ok(new MessageContract("Calendar deleted successfully"));
    }

    private static async Task<(CalendarDefinition Calendar, StoredCalendar? Stored)> FindAsync(Session session, CalendarStore store, string id, CancellationToken cancellationToken)
    {
        if (BuiltInCalendars.Find(id) is { } builtIn)
            return (builtIn, null);
        var stored = await store.FindAsync(session, id, cancellationToken).ConfigureAwait(false) ?? throw ProblemException.NotFound("Calendar");
        return (stored.Read(), stored);
    }
}
