using System.Text.Json;
using Daybook.Accounts;
using Daybook.Calendars.Stored;
using Daybook.Hosting;
using Daybook.Input;
using Daybook.Schedules.Policies;
using Daybook.Schedules.Running;
using Daybook.Schedules.TimeZones;
using Daybook.Schedules.Words;
using Daybook.Storage;
using Daybook.Templates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using NodaTime;

namespace Daybook.Schedules.Api;

/// <summary>Schedules: the list, one, its changes, pause and resume. Owners see and change their own, operators all.</summary>
internal static class ScheduleEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var schedules = api.MapGroup("/schedules").WithTags("Schedules");
        schedules.MapGet("", ListAsync).For(Role.Viewer).WithSummary("The schedules the caller may see, by name").Refuses(ProblemType.InvalidRequest);
        schedules.MapPost("", AddAsync).For(Role.Author).WithSummary("A new schedule, which belongs to the caller").WithMetadata(new DescribedBody(typeof(ScheduleRequest))).Refuses(ProblemType.InvalidRequest, ProblemType.NotFound, ProblemType.NotPossibleNow);
        var one = schedules.MapGroup("/{scheduleId:guid}");
        one.MapGet("", GetAsync).For(Role.Viewer).WithSummary("One schedule").Refuses(ProblemType.NotFound);
        one.MapPut("", UpdateAsync).For(Role.Author).WithSummary("Changes the fields that are sent; null takes one back to its default. What is planned follows")
            .WithMetadata(new DescribedBody(typeof(ScheduleRequest))).Refuses(ProblemType.InvalidRequest, ProblemType.NotFound, ProblemType.NotPossibleNow, ProblemType.StaleEdit);
        one.MapDelete("", DeleteAsync).For(Role.Author).WithSummary("Ends a schedule; its history stays").Refuses(ProblemType.NotFound, ProblemType.StaleEdit);
        one.MapPost("/pause", PauseAsync).For(Role.Author).WithSummary("Holds what falls due from now on").Refuses(ProblemType.InvalidRequest, ProblemType.NotFound, ProblemType.NotPossibleNow);
        one.MapPost("/resume", ResumeAsync).For(Role.Author).WithSummary("Goes on; the mode says what becomes of what was held: skip, latest or all")
            .Refuses(ProblemType.InvalidRequest, ProblemType.NotFound, ProblemType.NotPossibleNow);
    }

    private static async Task<Ok<IReadOnlyList<ScheduleContract>>> ListAsync(
        HttpContext context, Caller caller, Database database, ScheduleStore store, ServerCalendars calendars, [FromQuery(Name = "active_only")] bool? activeOnly,
        [FromQuery(Name = "template_id")] Guid? templateId, int? limit, string? cursor, CancellationToken cancellationToken)
    {
        var page = Page.Of(limit, cursor, context);
        var after = page.Keys(2) ?? ["", Guid.Empty.ToString("D")];
        var afterId = Guid.TryParseExact(after[1], "D", out var id) ? new ScheduleId(id) : throw Page.WrongCursor();
        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        var filter = new ScheduleFilter(activeOnly ?? true, null, templateId is { } template ? new TemplateId(template) : null);
        var found = await store.ListAsync(session, caller, filter, after[0], afterId, page.Limit + 1, cancellationToken).ConfigureAwait(false);
        var catalog = await calendars.CatalogAsync(session, cancellationToken).ConfigureAwait(false);
        page.LinkNext(found.Length, () => $"{found[page.Limit - 1].Name}\n{found[page.Limit - 1].Id}");
        return TypedResults.Ok<IReadOnlyList<ScheduleContract>>([.. found.Take(page.Limit).Select(schedule => ScheduleContract.Of(schedule, catalog))]);
    }

    private static async Task<Ok<ScheduleSavedContract>> AddAsync(JsonElement body, Caller caller, Database database, ScheduleLibrary library, ScheduleSignals signals, TimeZoneData zones, TimeProvider clock, CancellationToken cancellationToken)
    {
        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        var (id, schedule) = await library.AddAsync(session, caller, body, cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        signals.Changed();
        return TypedResults.Ok(Saved(id, "Schedule created successfully", schedule, zones, clock));
    }

    private static async Task<Ok<ScheduleContract>> GetAsync(
        Guid scheduleId, HttpContext context, Caller caller, Database database, ScheduleStore store, ServerCalendars calendars, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        var schedule = await RequireAsync(session, caller, store, scheduleId, cancellationToken).ConfigureAwait(false);
        EntityTag.Set(context, schedule.Version);
        return TypedResults.Ok(ScheduleContract.Of(schedule, await calendars.CatalogAsync(session, cancellationToken).ConfigureAwait(false)));
    }

    private static async Task<Ok<ScheduleSavedContract>> UpdateAsync(
        Guid scheduleId, JsonElement body, HttpContext context, Caller caller, Database database, ScheduleLibrary library, OccurrenceStore occurrences, ScheduleSignals signals, TimeZoneData zones, TimeProvider clock, CancellationToken cancellationToken)
    {
        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        var (version, schedule) = await library.ChangeAsync(session, caller, new ScheduleId(scheduleId), body, EntityTag.Expected(context), cancellationToken).ConfigureAwait(false);
        var running = await occurrences.RunningAsync(session, new ScheduleId(scheduleId), cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        signals.Changed();
        EntityTag.Set(context, version);
        return TypedResults.Ok(Saved(new ScheduleId(scheduleId), "Schedule updated successfully" + RunningWords.After(running, RunningWords.AsItIsNow), schedule, zones, clock));
    }

    private static async Task<Ok<MessageContract>> DeleteAsync(Guid scheduleId, HttpContext context, Caller caller, ScheduleActions actions, CancellationToken cancellationToken)
    {
        var running = await actions.DeleteAsync(caller, new ScheduleId(scheduleId), EntityTag.Expected(context), cancellationToken).ConfigureAwait(false);
        return TypedResults.Ok(new MessageContract("Schedule deleted successfully" + RunningWords.After(running, RunningWords.AllTheSame)));
    }

    private static async Task<Ok<MessageContract>> PauseAsync(Guid scheduleId, PauseRequest? request, Caller caller, ScheduleActions actions, CancellationToken cancellationToken)
    {
        var running = await actions.PauseAsync(caller, new ScheduleId(scheduleId), request?.Note, request?.Until?.At, cancellationToken).ConfigureAwait(false);
        return TypedResults.Ok(new MessageContract("Schedule paused" + RunningWords.After(running, RunningWords.AllTheSame)));
    }

    private static async Task<Ok<MessageContract>> ResumeAsync(Guid scheduleId, ResumeRequest request, Caller caller, ScheduleActions actions, CancellationToken cancellationToken)
    {
        var check = new RequestCheck();
        var mode = ResumeMode.Skip;
        check.Refuse(request.Mode is null || !EnumWords<ResumeMode>.TryRead(request.Mode, out mode), "mode", $"must be one of {string.Join(", ", EnumWords<ResumeMode>.All)}: what becomes of the occurrences that were held{(request.Mode is null ? "" : FieldReader.Near(request.Mode, EnumWords<ResumeMode>.All))}", "unknown_word");
        check.ThrowIfRefused();
        await actions.ResumeAsync(caller, new ScheduleId(scheduleId), mode, cancellationToken).ConfigureAwait(false);
        return TypedResults.Ok(new MessageContract("Schedule resumed"));
    }

    internal static async Task<Schedule> RequireAsync(Session session, Caller caller, ScheduleStore store, Guid id, CancellationToken cancellationToken) =>
        await store.FindAsync(session, caller, new ScheduleId(id), cancellationToken).ConfigureAwait(false) ?? throw ProblemException.NotFound("Schedule");

    private static ScheduleSavedContract Saved(ScheduleId id, string message, ReadSchedule schedule, TimeZoneData zones, TimeProvider clock)
    {
        var (rule, calendar) = (schedule.Content.Rule, schedule.Calendar);
        var next = schedule.Content.IsActive ? FireTimes.Of(rule, calendar, zones, id.ToString()).Next(Instant.FromDateTimeOffset(clock.GetUtcNow())) : null;
        return new ScheduleSavedContract(id.Value, message, ScheduleWords.Of(rule, calendar), next?.DueAt?.ToDateTimeOffset(), schedule.Warnings);
    }
}
