using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Daybook.Accounts;
using Daybook.Audit;
using Daybook.Hosting;
using Daybook.Schedules.Policies;
using Daybook.Storage;

namespace Daybook.Schedules.Running;

/// <summary>What people do to schedules that run. Whoever may see a schedule may do it; each deed is in the audit log.</summary>
internal sealed class ScheduleActions(Database database, ScheduleStore schedules, OccurrenceHoldStore holds, OccurrenceStore occurrences, AskedOccurrences asked, OccurrenceClock time, AuditLog audit, ScheduleSignals signals)
{
    /// <summary>From now on what falls due is held, and what is due and has not begun.</summary>
    /// <param name="until">When it goes on by itself, skipping what fell due meanwhile; null until somebody resumes it.</param>
    /// <exception cref="ProblemException">It is not there for the caller, is paused already, nobody says why, or the end of the pause is past.</exception>
    /// <returns>Those that run, which go on.</returns>
    public async Task<ImmutableArray<OccurrenceId>> PauseAsync(Caller caller, ScheduleId id, string? note, DateTimeOffset? until, CancellationToken cancellationToken)
    {
        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        var schedule = await RequireAsync(session, caller, id, cancellationToken).ConfigureAwait(false);
        var now = await time.NowAsync(session, cancellationToken).ConfigureAwait(false);
        var check = new RequestCheck();
        var why = check.OptionalText(note, "note", 2000);
        check.Refuse(why is null, "note", "is needed: say why the schedule is paused, for those who find it so", "missing");
        check.Refuse(until <= now, "until", "must lie in the future", "out_of_range");
        check.ThrowIfRefused();
        if (schedule.IsPaused)
            throw new ProblemException(ProblemType.NotPossibleNow, "The schedule is paused already.");
        await schedules.PauseAsync(session, id, caller.Id, why, until, now, cancellationToken).ConfigureAwait(false);
        await holds.PauseAsync(session, id, caller.Username, now, cancellationToken).ConfigureAwait(false);
        await audit.AppendAsync(session, caller, "schedule.paused", id.ToString(), null, PauseEntry(why, until), cancellationToken).ConfigureAwait(false);
        var running = await occurrences.RunningAsync(session, id, cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        signals.Changed();
        return running;
    }

    /// <summary>
    /// Ends a pause. Very many occurrences are let go of in several transactions, and the pause lasts until the last of them: whoever is stopped between leaves a schedule that is paused, with fewer
    /// occurrences that wait, and is asked again.
    /// </summary>
    /// <exception cref="ProblemException">It is not there for the caller, is not paused, or every report of it would fail.</exception>
    public async Task ResumeAsync(Caller caller, ScheduleId id, ResumeMode mode, CancellationToken cancellationToken)
    {
        DateTimeOffset? since = null;
        var isOver = false;
        while (!isOver)
        {
            await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
            var schedule = await RequireAsync(session, caller, id, cancellationToken).ConfigureAwait(false);
            if (!schedule.IsPaused)
                throw new ProblemException(ProblemType.NotPossibleNow, "The schedule is not paused.");
            asked.RequireUsable(schedule);
            var now = await time.NowAsync(session, cancellationToken).ConfigureAwait(false);
            since ??= await holds.SinceAsync(session, id, now, cancellationToken).ConfigureAwait(false);
            isOver = await holds.ResumeAsync(session, id, mode, caller.Username, since.Value, now, cancellationToken).ConfigureAwait(false) < OccurrenceHoldStore.Batch;
            if (isOver)
            {
                await schedules.ResumeAsync(session, id, cancellationToken).ConfigureAwait(false);
                await audit.AppendAsync(session, caller, "schedule.resumed", id.ToString(), null, new Json($$"""{"mode":"{{Input.EnumWords<ResumeMode>.Of(mode)}}"}"""), cancellationToken).ConfigureAwait(false);
            }

            await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        }

        signals.Changed();
    }

    /// <summary>Ends the schedule: what has not begun is cancelled, what runs ends by itself, and the history stays.</summary>
    /// <returns>Those that run, which go on.</returns>
    /// <exception cref="ProblemException">It is not there for the caller.</exception>
    public async Task<ImmutableArray<OccurrenceId>> DeleteAsync(Caller caller, ScheduleId id, int? version, CancellationToken cancellationToken)
    {
        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        EntityTag.Require((await RequireAsync(session, caller, id, cancellationToken).ConfigureAwait(false)).Version, version, "The schedule");
        var now = await time.NowAsync(session, cancellationToken).ConfigureAwait(false);
        await schedules.DeleteAsync(session, id, now, cancellationToken).ConfigureAwait(false);
        await holds.CancelAsync(session, id, "schedule_deleted", caller.Username, now, cancellationToken).ConfigureAwait(false);
        await audit.AppendAsync(session, caller, "schedule.deleted", id.ToString(), null, null, cancellationToken).ConfigureAwait(false);
        var running = await occurrences.RunningAsync(session, id, cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        signals.Changed();
        return running;
    }

    /// <summary>Runs it once more beside its rule, also while it is paused. It is delivered as always.</summary>
    /// <param name="businessDate">The date that the report is about; null is the present one in the schedule's zone.</param>
    /// <exception cref="ProblemException">It is not there for the caller, cannot be run, or the date lies ahead.</exception>
    public Task<OccurrenceId> RunNowAsync(Caller caller, ScheduleId id, DateOnly? businessDate, string? note, CancellationToken cancellationToken) =>
        AddAsync(caller, id, OccurrenceOrigin.Manual, businessDate, note, "schedule.run", cancellationToken);

    /// <summary>Runs it for the caller alone: marked as a test, delivered to their own address, and no run of the schedule.</summary>
    /// <inheritdoc cref="RunNowAsync"/>
    public Task<OccurrenceId> TestRunAsync(Caller caller, ScheduleId id, DateOnly? businessDate, CancellationToken cancellationToken) =>
        AddAsync(caller, id, OccurrenceOrigin.Test, businessDate, null, "schedule.tested", cancellationToken);

    private async Task<OccurrenceId> AddAsync(
        Caller caller, ScheduleId id, OccurrenceOrigin origin, DateOnly? businessDate, string? note, string action, CancellationToken cancellationToken)
    {
        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        var schedule = await RequireAsync(session, caller, id, cancellationToken).ConfigureAwait(false);
        var now = await time.NowAsync(session, cancellationToken).ConfigureAwait(false);
        var added = await asked.AddAsync(session, caller, schedule, origin, businessDate, note, now, cancellationToken).ConfigureAwait(false);
        await audit.AppendAsync(session, caller, action, id.ToString(), null, new Json($$"""{"occurrence_id":"{{added}}"}"""), cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        signals.Changed();
        return added;
    }

    private static Json PauseEntry(string? why, DateTimeOffset? until) =>
        new(new JsonObject { ["note"] = why, ["until"] = until is { } end ? RowText.Of(end) : null }.ToJsonString());

    private async Task<Schedule> RequireAsync(Session session, Caller caller, ScheduleId id, CancellationToken cancellationToken) =>
        await schedules.LockAsync(session, caller, id, cancellationToken).ConfigureAwait(false) ?? throw ProblemException.NotFound("Schedule");
}
