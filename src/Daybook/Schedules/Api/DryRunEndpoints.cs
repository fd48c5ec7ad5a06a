using System.Text.Json;
using Daybook.Accounts;
using Daybook.Calendars.Stored;
using Daybook.Delivery.Bursting;
using Daybook.Hosting;
using Daybook.Input;
using Daybook.Reports;
using Daybook.Schedules.Occurrences;
using Daybook.Schedules.TimeZones;
using Daybook.Schedules.Words;
using Daybook.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Daybook.Schedules.Api;

/// <summary>What schedules will do, before they are saved and after. Nothing is written.</summary>
internal static class DryRunEndpoints
{
    private static readonly string[] Own = ["count", "viewer_zone", "schedule_id", "from"];

    public static void Map(IEndpointRouteBuilder api)
    {
        var schedules = api.MapGroup("/schedules").WithTags("Schedules");
        schedules.MapPost("/dry-run", DryRunAsync).For(Role.Viewer)
            .WithSummary("The next occurrences of a schedule that is not saved, in three zones, those that do not run included; with schedule_id also the difference to its present plan")
            .WithMetadata(new DescribedBody(typeof(DryRunRequest))).Refuses(ProblemType.InvalidRequest, ProblemType.NotFound);
        schedules.MapGet("/{scheduleId:guid}/next", NextAsync).For(Role.Viewer).WithSummary("The next occurrences of a schedule, those that do not run included").Refuses(ProblemType.InvalidRequest, ProblemType.NotFound);
    }

    private static async Task<Ok<DryRunContract>> DryRunAsync(
        JsonElement body, Caller caller, Database database, ScheduleStore store, ScheduleInput input, ServerCalendars calendars, TimeZoneData zones, IOptions<ReportsOptions> options, TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var problems = new FieldProblems();
        var fields = new FieldReader(body, "", problems);
        var count = fields.Integer("count", 1, FuturePlan.MostOccurrences) ?? FuturePlan.UsualOccurrences;
        var viewer = Viewer(fields.Text("viewer_zone") ?? options.Value.Zone, zones, problems);
        var id = fields.Text("schedule_id");
        var from = fields.Instant("from") ?? Instant.FromDateTimeOffset(clock.GetUtcNow());

        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        if (id is null)
        {
            var parts = Recipients(ScheduleInput.Object(body), input, problems);
            var (rule, calendar, warnings) = await input.ReadRuleAsync(session, body, Own, problems, cancellationToken).ConfigureAwait(false);
            return TypedResults.Ok(FuturePlan.Of(rule, calendar, zones, null, from, count, viewer, [], warnings) with { Burst = DryRunBurstContract.Of(parts) });
        }

        var present = await ScheduleEndpoints.RequireAsync(session, caller, store, Guid.TryParse(id, out var known) ? known : default, cancellationToken).ConfigureAwait(false);
        var before = ScheduleLibrary.Require(present);
        var applied = ScheduleChange.Apply(present, before, body);
        var burst = Recipients(applied, input, problems);
        var (changed, changedCalendar, found) = await input.ReadRuleAsync(session, applied, Own, problems, cancellationToken).ConfigureAwait(false);
        var presentCalendar = before.Calendar is { } name ? (await calendars.CatalogAsync(session, cancellationToken).ConfigureAwait(false)).Find(name) : null;
        var planned = zones.Find(before.Zone) is null ? [] : FireTimes.Of(before, presentCalendar, zones, id).Plan(from);
        var difference = PlanDifference.Between(planned, FireTimes.Of(changed, changedCalendar, zones, id).Plan(from));
        return TypedResults.Ok(FuturePlan.Of(changed, changedCalendar, zones, present.Id, from, count, viewer, difference, found) with { Burst = DryRunBurstContract.Of(burst) });
    }

    private static async Task<Ok<DryRunContract>> NextAsync(
        Guid scheduleId, int? n, [FromQuery(Name = "viewer_zone")] string? viewerZone, Caller caller, Database database, ScheduleStore store, ServerCalendars calendars, TimeZoneData zones,
        IOptions<ReportsOptions> options, TimeProvider clock, CancellationToken cancellationToken)
    {
        var problems = new FieldProblems();
        var count = n ?? FuturePlan.UsualOccurrences;
        if (count is < 1 or > FuturePlan.MostOccurrences)
            problems.Error("n", $"must be from 1 to {FuturePlan.MostOccurrences}");
        var viewer = Viewer(viewerZone ?? options.Value.Zone, zones, problems);
        FieldErrors.Refuse(FieldErrors.Of(problems.ToImmutable()));
        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        var schedule = await ScheduleEndpoints.RequireAsync(session, caller, store, scheduleId, cancellationToken).ConfigureAwait(false);
        var rule = ScheduleLibrary.Require(schedule);
        var calendar = rule.Calendar is { } name ? (await calendars.CatalogAsync(session, cancellationToken).ConfigureAwait(false)).Find(name) : null;
        if (zones.Find(rule.Zone) is null || (rule.Calendar is not null && calendar is null))
            throw new ProblemException(ProblemType.NotPossibleNow, $"The schedule has no next occurrences: {FlagWords.Of(zones.Find(rule.Zone) is null ? ScheduleFlag.ZoneUnknown : ScheduleFlag.CalendarUnknown, rule, zones)}.");
        return TypedResults.Ok(FuturePlan.Of(rule, calendar, zones, schedule.Id, Instant.FromDateTimeOffset(clock.GetUtcNow()), count, viewer, [], []) with { Burst = DryRunBurstContract.Of(schedule.ReadBurst()) });
    }

    /// <returns>The burst; null for none.</returns>
    private static BurstDefinition? Recipients(JsonElement body, ScheduleInput input, FieldProblems problems)
    {
        var burst = Sent(body, "burst") is { } sent ? BurstReader.Read(sent, "burst", problems) : null;
        input.CheckRecipients(Sent(body, "distribution"), burst, problems);
        return burst;
    }

    private static JsonElement? Sent(JsonElement body, string field) => body.TryGetProperty(field, out var sent) && sent.ValueKind != JsonValueKind.Null ? sent : null;

    private static DateTimeZone Viewer(string name, TimeZoneData zones, FieldProblems problems)
    {
        var choice = ZoneNames.Find(name, zones);
        if (choice.Zone is null)
            problems.Error("viewer_zone", choice.Message!, choice.Advice);
        return choice.Zone ?? DateTimeZone.Utc;
    }
}
