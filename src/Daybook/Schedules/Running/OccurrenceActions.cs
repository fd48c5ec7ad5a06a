using System.Data.Common;
using System.Text.Json.Nodes;
using Daybook.Accounts;
using Daybook.Audit;
using Daybook.Delivery;
using Daybook.Hosting;
using Daybook.Storage;

namespace Daybook.Schedules.Running;

/// <summary>What people decide about single occurrences. Whoever may see the schedule may do it; each deed has a name and stands in the audit log.</summary>
internal sealed class OccurrenceActions(
    Database database, OccurrenceStore store, OccurrenceDecisionStore decisions, OccurrenceBursts bursts, AskedOccurrences asked, DeliveryStore deliveries, OccurrenceClock time, AuditLog audit, ScheduleSignals signals)
{
    /// <summary>Runs one that is over once more, under its own dates. What was accepted by its recipients is not sent again, unless the report is made anew.</summary>
    /// <param name="note">Why.</param>
    /// <exception cref="ProblemException">It is not there for the caller, or is not over.</exception>
    public Task RetryAsync(Caller caller, OccurrenceId id, string? note, CancellationToken cancellationToken) => ChangeAsync(
        caller,
        id,
        "occurrence.retried",
        note,
        async (session, occurrence, now) =>
        {
            var schedule = await asked.RequireAsync(session, caller, occurrence.ScheduleId, cancellationToken).ConfigureAwait(false);
            if (occurrence.PeriodStart is null)
                occurrence = await asked.WithPeriodAsync(session, schedule, occurrence, cancellationToken).ConfigureAwait(false);
            var burst = await bursts.FindAsync(session, occurrence, cancellationToken).ConfigureAwait(false);
            var isOnlyUndelivered = (occurrence.ReportId is not null || burst is not null) && occurrence is { BlockErrors: 0, ExportErrors: 0 } && occurrence.State == OccurrenceState.CompletedWithErrors;
            // Of a burst only what failed is made once more: what the others have stays.
            var isMade = occurrence.BlockErrors is not null && (burst is null || await bursts.FailureAsync(session, burst, cancellationToken).ConfigureAwait(false) is null);
            if (!isOnlyUndelivered)
                asked.RequireUsable(schedule);
            if (isOnlyUndelivered)
                await ResendAsync(session, caller, occurrence.Id, now, cancellationToken).ConfigureAwait(false);
            return await decisions.ReopenAsync(
                session,
                occurrence,
                isOnlyUndelivered ? OccurrenceStep.Gated : OccurrenceStep.None,
                isOnlyUndelivered || !isMade ? occurrence.ReportId : null,
                isMade && !isOnlyUndelivered ? occurrence.Revision + 1 : occurrence.Revision,
                schedule.PolicySet.MaxAttempts,
                caller.Username,
                note,
                now,
                cancellationToken).ConfigureAwait(false);
        },
        cancellationToken);

    /// <summary>Ends one that is not over; one that runs ends as soon as its node looks. What is being sent is sent, what is not is held back.</summary>
    /// <exception cref="ProblemException">It is not there for the caller, or is over.</exception>
    public Task CancelAsync(Caller caller, OccurrenceId id, string? note, CancellationToken cancellationToken) => ChangeAsync(
        caller,
        id,
        "occurrence.cancelled",
        note,
        async (session, occurrence, now) =>
        {
            if (occurrence.State == OccurrenceState.Running)
                return await decisions.RequestCancelAsync(session, id, note, cancellationToken).ConfigureAwait(false);
            await deliveries.StopAsync(session, id.Value, caller.Username, now, cancellationToken).ConfigureAwait(false);
            return await store.MoveAsync(session, id, OccurrenceState.Cancelled, OccurrenceActor.User, caller.Username, "cancelled", note, now, cancellationToken).ConfigureAwait(false);
        },
        cancellationToken);

    /// <summary>Lets one that is held go on.</summary>
    /// <exception cref="ProblemException">It is not there for the caller, or is not held.</exception>
    public Task ReleaseAsync(Caller caller, OccurrenceId id, string? note, CancellationToken cancellationToken) => ChangeAsync(
        caller,
        id,
        "occurrence.released",
        note,
        (session, _, now) => decisions.ReleaseAsync(session, id, caller.Username, note, now, cancellationToken),
        cancellationToken);

    /// <summary>Ends one that is held: it is not delivered.</summary>
    /// <exception cref="ProblemException">It is not there for the caller, or is not held.</exception>
    public Task RejectAsync(Caller caller, OccurrenceId id, string? note, CancellationToken cancellationToken) => ChangeAsync(
        caller,
        id,
        "occurrence.rejected",
        note,
        (session, _, now) => store.MoveAsync(session, id, OccurrenceState.Skipped, OccurrenceActor.User, caller.Username, "rejected", note, now, cancellationToken),
        cancellationToken);

    private async Task ChangeAsync(
        Caller caller, OccurrenceId id, string action, string? note, Func<Session, Occurrence, DateTimeOffset, Task<bool>> change, CancellationToken cancellationToken)
    {
        await using (var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false))
        {
            var occurrence = await store.LockAsync(session, caller, id, cancellationToken).ConfigureAwait(false) ?? throw ProblemException.NotFound("Occurrence");
            var now = await time.NowAsync(session, cancellationToken).ConfigureAwait(false);
            try
            {
                if (!await change(session, occurrence, now).ConfigureAwait(false))
                    throw new ProblemException(ProblemType.NotPossibleNow, $"That cannot follow on its state, which is {occurrence.State}.");
            }
            catch (DbException taken) when (database.IsUniqueViolation(taken))
            {
                throw new ProblemException(ProblemType.NotPossibleNow, "Another occurrence of the schedule has the same business date and slot.");
            }

            var before = new Json(new JsonObject { ["state"] = occurrence.State.Word, ["reason"] = occurrence.Reason }.ToJsonString());
            await audit.AppendAsync(session, caller, action, id.ToString(), before, new Json(new JsonObject { ["note"] = note }.ToJsonString()), cancellationToken).ConfigureAwait(false);
            await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        }

        signals.Changed();
    }

    /// <summary>What failed is sent again; what is unknown waits for somebody who knows.</summary>
    private async Task ResendAsync(Session session, Caller caller, OccurrenceId id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var failed = await deliveries.OfOccurrenceAsync(session, id.Value, DeliveryState.Failed, cancellationToken).ConfigureAwait(false);
        await deliveries.StepAsync(session, failed, DeliveryStep.Resend, caller.Username, null, null, now, cancellationToken).ConfigureAwait(false);
    }
}
