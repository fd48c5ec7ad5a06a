using System.Globalization;
using Daybook.Accounts;
using Daybook.Delivery;
using Daybook.Hosting;
using Daybook.Input;
using Daybook.Schedules.Occurrences;
using Daybook.Schedules.Running;
using Daybook.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using NodaTime;

namespace Daybook.Schedules.Api;

/// <summary>Runs that people ask for, and the record of runs.</summary>
internal static class RunEndpoints
{
    private const int UsualDays = 90;

    public static void Map(IEndpointRouteBuilder api)
    {
        var schedule = api.MapGroup("/schedules/{scheduleId:guid}").WithTags("Schedules");
        schedule.MapPost("/run", RunAsync).For(Role.Author).WithSummary("Makes a report now, for today's business date or the one that is named").Refuses(ProblemType.InvalidRequest, ProblemType.NotFound, ProblemType.NotPossibleNow);
        schedule.MapPost("/test-run", TestAsync).For(Role.Author).WithSummary("Makes a report now that is marked as a test and goes to the caller alone")
            .Refuses(ProblemType.InvalidRequest, ProblemType.NotFound, ProblemType.NotPossibleNow);
        schedule.MapPost("/backfill", BackfillAsync).For(Role.Author).WithSummary("Makes up for dates without a report; without confirm only shows what would run")
            .Refuses(ProblemType.InvalidRequest, ProblemType.NotFound, ProblemType.NotPossibleNow);
        schedule.MapGet("/executions", ExecutionsAsync).For(Role.Viewer).WithSummary("The runs of a schedule that are over, newest first").Refuses(ProblemType.InvalidRequest, ProblemType.NotFound);
        schedule.MapGet("/notices", NoticesAsync).For(Role.Viewer).WithSummary("What the owner of a schedule was told, and whether it was sent; newest first").Refuses(ProblemType.InvalidRequest, ProblemType.NotFound);
        schedule.MapGet("/metrics", MetricsAsync).For(Role.Viewer).WithSummary("How the runs of a schedule went").Refuses(ProblemType.InvalidRequest, ProblemType.NotFound);
        api.MapPost("/executions/{executionId:guid}/retry", RetryAsync).WithTags("Schedules").For(Role.Author).WithSummary("Sets the occurrence of a run going again")
            .Refuses(ProblemType.InvalidRequest, ProblemType.NotFound, ProblemType.NotPossibleNow);
    }

    private static async Task<Ok<RunContract>> RunAsync(Guid scheduleId, RunRequest? request, Caller caller, ScheduleActions actions, CancellationToken cancellationToken)
    {
        var id = await actions.RunNowAsync(caller, new ScheduleId(scheduleId), request?.BusinessDate, Note(request), cancellationToken).ConfigureAwait(false);
        return TypedResults.Ok(new RunContract(id.Value, "Run started"));
    }

    private static async Task<Ok<RunContract>> TestAsync(
        Guid scheduleId, RunRequest? request, Caller caller, Database database, UserStore users, PersonalMail mail, ScheduleActions actions, CancellationToken cancellationToken)
    {
        Note(request);
        var id = await actions.TestRunAsync(caller, new ScheduleId(scheduleId), request?.BusinessDate, cancellationToken).ConfigureAwait(false);
        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        var user = await users.FindAsync(session, caller.UserId, cancellationToken).ConfigureAwait(false);
        return TypedResults.Ok(new RunContract(
            id.Value,
            string.IsNullOrEmpty(user?.Email) ? "Test started; its report is not sent, because your user has no mail address"
                : mail.Channel is null ? "Test started; its report cannot be sent, because this server has no channel for mail"
                : "Test started"));
    }

    private static async Task<Ok<BackfillContract>> BackfillAsync(Guid scheduleId, BackfillRequest request, Caller caller, Database database, Backfills backfills, ScheduleSignals signals, CancellationToken cancellationToken)
    {
        var check = new RequestCheck();
        check.Refuse(request.From is null or { Year: < 1970 or > 9000 }, "from", "must be a date such as 2026-05-01", "missing");
        check.Refuse(request.To is null or { Year: < 1970 or > 9000 }, "to", "must be a date such as 2026-05-31", "missing");
        check.ThrowIfRefused();
        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        var plan = await backfills.PlanAsync(
            session, caller, new ScheduleId(scheduleId), LocalDate.FromDateOnly(request.From!.Value), LocalDate.FromDateOnly(request.To!.Value), request.Deliver, request.Again, cancellationToken).ConfigureAwait(false);
        var runs = plan.Runs.Count();
        if (request.Confirm is not { } confirmed)
            return TypedResults.Ok(Contract(plan, runs == 0 ? "Nothing is left to run" : "Nothing was started yet: confirm with the hash", false, runs));
        if (runs == 0)
            throw new ProblemException(ProblemType.NotPossibleNow, "Nothing is left to run in this range.");
        var begun = await backfills.FollowAsync(session, caller, plan, confirmed, cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        signals.Changed();
        return TypedResults.Ok(Contract(plan, "Backfill started", true, begun));
    }

    private static async Task<Ok<IReadOnlyList<ExecutionContract>>> ExecutionsAsync(
        Guid scheduleId, HttpContext context, Caller caller, Database database, ScheduleStore schedules, ExecutionStore store, int? limit, string? cursor, CancellationToken cancellationToken)
    {
        var page = Page.Of(limit, cursor, context);
        var (beforeAt, beforeId) = Before(page);
        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        var schedule = await ScheduleEndpoints.RequireAsync(session, caller, schedules, scheduleId, cancellationToken).ConfigureAwait(false);
        var found = await store.ListAsync(session, caller, schedule.Id, beforeAt, new ExecutionId(beforeId), page.Limit + 1, cancellationToken).ConfigureAwait(false);
        page.LinkNext(found.Length, () => Key(found[page.Limit - 1].ExecutedAt, found[page.Limit - 1].Id.Value));
        return TypedResults.Ok<IReadOnlyList<ExecutionContract>>([.. found.Take(page.Limit).Select(ExecutionContract.Of)]);
    }

    private static async Task<Ok<IReadOnlyList<NoticeContract>>> NoticesAsync(
        Guid scheduleId, HttpContext context, Caller caller, Database database, ScheduleStore schedules, NoticeStore store, int? limit, string? cursor, CancellationToken cancellationToken)
    {
        var page = Page.Of(limit, cursor, context);
        var (beforeAt, beforeId) = Before(page);
        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        var schedule = await ScheduleEndpoints.RequireAsync(session, caller, schedules, scheduleId, cancellationToken).ConfigureAwait(false);
        var found = await store.ListAsync(session, schedule.Id, beforeAt, new NoticeId(beforeId), page.Limit + 1, cancellationToken).ConfigureAwait(false);
        page.LinkNext(found.Length, () => Key(found[page.Limit - 1].CreatedAt, found[page.Limit - 1].Id.Value));
        return TypedResults.Ok<IReadOnlyList<NoticeContract>>([.. found.Take(page.Limit).Select(NoticeContract.Of)]);
    }

    private static async Task<Ok<ScheduleMetrics>> MetricsAsync(
        Guid scheduleId, int? days, Caller caller, Database database, ScheduleStore schedules, ExecutionStore store, TimeProvider clock, CancellationToken cancellationToken)
    {
        var check = new RequestCheck();
        var now = clock.Now();
        var since = now.AddDays(-check.Between(days ?? UsualDays, 1, 3650, "days"));
        check.ThrowIfRefused();
        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        var schedule = await ScheduleEndpoints.RequireAsync(session, caller, schedules, scheduleId, cancellationToken).ConfigureAwait(false);
        return TypedResults.Ok(ScheduleMetrics.Of(await store.MeasureAsync(session, schedule.Id, since, now, cancellationToken).ConfigureAwait(false), since));
    }

    private static async Task<Ok<MessageContract>> RetryAsync(
        Guid executionId, NoteRequest? request, Caller caller, Database database, ExecutionStore store, OccurrenceActions actions, CancellationToken cancellationToken)
    {
        var check = new RequestCheck();
        var note = check.OptionalText(request?.Note, "note", 2000);
        check.ThrowIfRefused();
        Execution run;
        await using (var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false))
            run = await store.FindAsync(session, caller, new ExecutionId(executionId), cancellationToken).ConfigureAwait(false) ?? throw ProblemException.NotFound("Execution");
        await actions.RetryAsync(
            caller, run.OccurrenceId ?? throw new ProblemException(ProblemType.NotPossibleNow, "The occurrence of this run is gone."), note, cancellationToken).ConfigureAwait(false);
        return TypedResults.Ok(new MessageContract("Occurrence is due again"));
    }

    private static string Key(DateTimeOffset at, Guid id) => $"{at.ToString("O", CultureInfo.InvariantCulture)}\n{id}";

    private static (DateTimeOffset At, Guid Id) Before(Page page)
    {
        if (page.Keys(2) is not { } keys)
            return (DateTimeOffset.MaxValue.AddDays(-1), Guid.Empty);
        return DateTimeOffset.TryParseExact(keys[0], "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) && Guid.TryParseExact(keys[1], "D", out var id) ? (at, id) : throw Page.WrongCursor();
    }

    private static string? Note(RunRequest? request)
    {
        var check = new RequestCheck();
        check.Refuse(request?.BusinessDate is { Year: < 1970 or > 9000 }, "business_date", "is too far away", "out_of_range");
        var note = check.OptionalText(request?.Note, "note", 2000);
        check.ThrowIfRefused();
        return note;
    }

    private static BackfillContract Contract(BackfillPlan plan, string message, bool isStarted, int runs) => new(
        message, isStarted, plan.Hash, runs, plan.Delivers,
        [
            .. plan.Dates.Select(date => new BackfillDateContract(
                FieldText.Of(date.Planned.NominalDate), FieldText.Of(date.Planned.BusinessDate), date.Planned.Slot, FieldText.Of(date.Planned.At), date.Action, date.Existing?.Id.Value,
                date.Existing?.State.Word, date.Planned.Reason is { } reason ? EnumWords<SkipReason>.Of(reason) : date.Existing?.Reason)),
        ]);
}
