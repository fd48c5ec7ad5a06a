using System.Globalization;
using Daybook.Accounts;
using Daybook.Hosting;
using Daybook.Schedules.Running;
using Daybook.Schedules.TimeZones;
using Daybook.Schedules.Words;
using Daybook.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Daybook.Schedules.Api;

/// <summary>Occurrences: what was due, what became of it, and what people do about it.</summary>
internal static class OccurrenceEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var schedules = api.MapGroup("/schedules").WithTags("Occurrences");
        schedules.MapGet("/due", DueAsync).For(Role.Viewer).WithSummary("What was or is due between two instants and what became of it, earliest first; of the last day unless said otherwise").Refuses(ProblemType.InvalidRequest);
        schedules.MapGet("/{scheduleId:guid}/occurrences", ListAsync).For(Role.Viewer).WithSummary("The occurrences of a schedule, latest first").Refuses(ProblemType.InvalidRequest, ProblemType.NotFound);
        var one = api.MapGroup("/occurrences/{occurrenceId:guid}").WithTags("Occurrences");
        one.MapGet("", GetAsync).For(Role.Viewer).WithSummary("One occurrence with its history").Refuses(ProblemType.NotFound);
        one.MapPost("/release", (Guid occurrenceId, NoteRequest? request, Caller caller, OccurrenceActions actions, CancellationToken cancellationToken) =>
                ActAsync(request, note => actions.ReleaseAsync(caller, new OccurrenceId(occurrenceId), note, cancellationToken), "Occurrence released"))
            .For(Role.Author).WithSummary("Lets a held occurrence go on").Refuses(ProblemType.InvalidRequest, ProblemType.NotFound, ProblemType.NotPossibleNow);
        one.MapPost("/reject", (Guid occurrenceId, NoteRequest? request, Caller caller, OccurrenceActions actions, CancellationToken cancellationToken) =>
                ActAsync(request, note => actions.RejectAsync(caller, new OccurrenceId(occurrenceId), note, cancellationToken), "Occurrence rejected"))
            .For(Role.Author).WithSummary("Decides that a held occurrence does not run").Refuses(ProblemType.InvalidRequest, ProblemType.NotFound, ProblemType.NotPossibleNow);
        one.MapPost("/cancel", (Guid occurrenceId, NoteRequest? request, Caller caller, OccurrenceActions actions, CancellationToken cancellationToken) =>
                ActAsync(request, note => actions.CancelAsync(caller, new OccurrenceId(occurrenceId), note, cancellationToken), "Occurrence cancelled"))
            .For(Role.Author).WithSummary("Ends an occurrence that is not over").Refuses(ProblemType.InvalidRequest, ProblemType.NotFound, ProblemType.NotPossibleNow);
        one.MapPost("/retry", (Guid occurrenceId, NoteRequest? request, Caller caller, OccurrenceActions actions, CancellationToken cancellationToken) =>
                ActAsync(request, note => actions.RetryAsync(caller, new OccurrenceId(occurrenceId), note, cancellationToken), "Occurrence is due again"))
            .For(Role.Author).WithSummary("Sets an occurrence going again that is over").Refuses(ProblemType.InvalidRequest, ProblemType.NotFound, ProblemType.NotPossibleNow);
    }

    /// <summary>A day before or after it cannot be told.</summary>
    private static bool IsFar(GivenInstant? given) => given is { At.Year: < 2 or > 9998 };

    private static async Task<Ok<IReadOnlyList<OccurrenceContract>>> DueAsync(
        HttpContext context, Caller caller, Database database, OccurrenceStore store, OccurrenceDeliveries deliveries, ScheduleUseStore schedules, TimeProvider clock, GivenInstant? from, GivenInstant? to, string? state, int? limit, string? cursor,
        CancellationToken cancellationToken)
    {
        var page = Page.Of(limit, cursor, context);
        var now = clock.Now();
        var check = new RequestCheck();
        check.Refuse(IsFar(from), "from", "is too far away", "out_of_range");
        check.Refuse(IsFar(to), "to", "is too far away", "out_of_range");
        check.ThrowIfRefused();
        var (first, last) = (from?.At ?? (to?.At ?? now).AddDays(-1), to?.At ?? from?.At.AddDays(1) ?? now);
        check.Refuse(last <= first, "to", "must lie after from", "out_of_range");
        var wanted = State(state, check);
        check.ThrowIfRefused();
        var (afterAt, afterId) = After(page) ?? (first.AddTicks(-10), default);
        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        var found = await store.ListAsync(session, caller, new OccurrenceFilter(null, first, last, wanted), afterAt, afterId, page.Limit + 1, cancellationToken).ConfigureAwait(false);
        var names = await schedules.NamesAsync(session, first, last, cancellationToken).ConfigureAwait(false);
        page.LinkNext(found.Length, () => Key(found[page.Limit - 1]));
        var shown = await deliveries.RefreshAsync(session, found.Take(page.Limit), cancellationToken).ConfigureAwait(false);
        return TypedResults.Ok<IReadOnlyList<OccurrenceContract>>([.. shown.Select(occurrence => OccurrenceContract.Of(occurrence, names.GetValueOrDefault(occurrence.ScheduleId), now))]);
    }

    private static async Task<Ok<IReadOnlyList<OccurrenceContract>>> ListAsync(
        Guid scheduleId, HttpContext context, Caller caller, Database database, ScheduleStore schedules, OccurrenceStore store, OccurrenceDeliveries deliveries, TimeProvider clock, GivenInstant? from, GivenInstant? to, string? state,
        int? limit, string? cursor, CancellationToken cancellationToken)
    {
        var page = Page.Of(limit, cursor, context);
        var check = new RequestCheck();
        var wanted = State(state, check);
        check.ThrowIfRefused();
        var (beforeAt, beforeId) = After(page) ?? (DateTimeOffset.MaxValue.AddDays(-1), default);
        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        var schedule = await ScheduleEndpoints.RequireAsync(session, caller, schedules, scheduleId, cancellationToken).ConfigureAwait(false);
        var filter = new OccurrenceFilter(schedule.Id, from?.At, to?.At, wanted);
        var found = await store.ListBackwardsAsync(session, caller, filter, beforeAt, beforeId, page.Limit + 1, cancellationToken).ConfigureAwait(false);
        page.LinkNext(found.Length, () => Key(found[page.Limit - 1]));
        var shown = await deliveries.RefreshAsync(session, found.Take(page.Limit), cancellationToken).ConfigureAwait(false);
        return TypedResults.Ok<IReadOnlyList<OccurrenceContract>>([.. shown.Select(occurrence => OccurrenceContract.Of(occurrence, schedule.Name, clock.Now()))]);
    }

    private static async Task<Ok<OccurrenceContract>> GetAsync(
        Guid occurrenceId, Caller caller, Database database, OccurrenceStore store, OccurrenceDeliveries deliveries, OccurrenceBursts bursts, ScheduleStore schedules, ScheduleUseStore names, UserStore users, TimeZoneData zones, TimeProvider clock, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        var found = await store.FindAsync(session, caller, new OccurrenceId(occurrenceId), cancellationToken).ConfigureAwait(false) ?? throw ProblemException.NotFound("Occurrence");
        var occurrence = (await deliveries.RefreshAsync(session, [found], cancellationToken).ConfigureAwait(false))[0];
        var waiting = await deliveries.ExplainAsync(session, occurrence, cancellationToken).ConfigureAwait(false);
        var events = await store.EventsAsync(session, occurrence.Id, cancellationToken).ConfigureAwait(false);
        var name = await names.NameAsync(session, occurrence.ScheduleId, cancellationToken).ConfigureAwait(false);
        var schedule = await schedules.FindAsync(session, Caller.Server, occurrence.ScheduleId, cancellationToken).ConfigureAwait(false);
        var requestedBy = occurrence.RequestedBy is { } id ? await users.FindAsync(session, id, cancellationToken).ConfigureAwait(false) : null;
        var burst = await bursts.FindAsync(session, occurrence, cancellationToken).ConfigureAwait(false);
        return TypedResults.Ok(OccurrenceContract.Of(occurrence, name, clock.Now()) with
        {
            Events = [.. events.Select(OccurrenceEventContract.Of)],
            Explanation = [.. OccurrenceWords.Of(occurrence, events, requestedBy?.Username), .. waiting, .. OccurrenceWords.Ahead(occurrence, schedule, zones), .. burst is null ? [] : await bursts.ExplainAsync(session, burst, cancellationToken).ConfigureAwait(false)],
            BurstId = burst?.Id.Value,
        });
    }

    private static async Task<Ok<MessageContract>> ActAsync(NoteRequest? request, Func<string?, Task> act, string message)
    {
        var check = new RequestCheck();
        var note = check.OptionalText(request?.Note, "note", 2000);
        check.ThrowIfRefused();
        await act(note).ConfigureAwait(false);
        return TypedResults.Ok(new MessageContract(message));
    }

    private static OccurrenceState? State(string? word, RequestCheck check)
    {
        var state = word is null ? null : OccurrenceState.Find(word);
        check.Refuse(word is not null && state is null, "state", $"must be one of {string.Join(", ", OccurrenceState.All.Select(known => known.Word))}", "unknown_word");
        return state;
    }

    private static string Key(Occurrence occurrence) => $"{occurrence.DueAt.ToString("O", CultureInfo.InvariantCulture)}\n{occurrence.Id}";

    private static (DateTimeOffset At, OccurrenceId Id)? After(Page page)
    {
        if (page.Keys(2) is not { } keys)
            return null;
        return DateTimeOffset.TryParseExact(keys[0], "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) && Guid.TryParseExact(keys[1], "D", out var id)
            ? (at, new OccurrenceId(id))
            : throw Page.WrongCursor();
    }
}
