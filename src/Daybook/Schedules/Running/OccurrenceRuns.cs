using System.Collections.Immutable;
using System.Data.Common;
using Daybook.Delivery;
using Daybook.Delivery.Bursting;
using Daybook.Hosting;
using Daybook.Reports;
using Daybook.Storage;
using Microsoft.Extensions.Logging;

namespace Daybook.Schedules.Running;

/// <summary>
/// Takes the occurrences that this node has through their steps: order the report, ask the conditions, hand it to the deliveries, end. Nothing is
/// kept in memory between two looks, so whoever takes an occurrence over goes on after its last finished step; and nothing waits for a report.
/// </summary>
internal sealed partial class OccurrenceRuns(
    Database database, RunStore runs, ReportStore reports, OccurrenceOrders orders, OccurrenceBursts bursts, OccurrenceGates gates, OccurrenceDeliveries deliveries, RunEnds ends, OccurrenceBatches batches, OccurrenceClock time,
    RunnerSignals signals, ILogger<OccurrenceRuns> log)
{
    /// <summary>What one look takes further: as much as is ordered in one transaction and, beside it, as much as is ended.</summary>
    private const int Batch = 1000;

    /// <summary>Those that go each for itself, before time is looked at again.</summary>
    private const int MostAlone = 100;

    /// <summary>Mistakes that another attempt meets again.</summary>
    private static readonly ImmutableHashSet<string> Permanent = [.. ProblemType.All.Where(type => type.Status is >= 400 and < 500).Select(type => type.Code), "owner_left"];

    /// <returns>How many occurrences were taken a step further.</returns>
    public async Task<int> AdvanceAsync(string node, CancellationToken cancellationToken)
    {
        ImmutableArray<Occurrence> found;
        Dictionary<ReportId, ReportStanding> standings;
        Dictionary<ScheduleId, Schedule> schedules;
        await using (var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false))
        {
            var now = await time.NowAsync(session, cancellationToken).ConfigureAwait(false);
            found = await runs.ListAsync(session, node, now, Batch, cancellationToken).ConfigureAwait(false);
            if (found.IsEmpty)
                return 0;
            var ids = found.Select(occurrence => occurrence.ReportId).OfType<ReportId>().Distinct().ToList();
            standings = (await reports.StandingsAsync(session, ids, cancellationToken).ConfigureAwait(false)).ToDictionary(standing => standing.Id);
            schedules = (await runs.SchedulesAsync(session, found.Select(occurrence => occurrence.ScheduleId), cancellationToken).ConfigureAwait(false)).ToDictionary(schedule => schedule.Id);
        }

        var (settled, moved) = await batches.AdvanceAsync(found, schedules, standings, cancellationToken).ConfigureAwait(false);
        foreach (var occurrence in found.Where(occurrence => !settled.Contains(occurrence.Id)).Take(MostAlone))
        {
            var report = occurrence.ReportId is { } id ? standings.GetValueOrDefault(id) : null;
            if (await TryAsync(schedules[occurrence.ScheduleId], occurrence, report, cancellationToken).ConfigureAwait(false))
                moved++;
        }

        return moved;
    }

    /// <summary>
    /// What fails for one occurrence ends its attempt, and no other occurrence: another attempt follows while any is left, also after a mistake of the program, which the state of
    /// that moment may have brought about. Without the database nothing can be said; the next look tries again, and that costs no attempt.
    /// </summary>
    private async Task<bool> TryAsync(Schedule schedule, Occurrence occurrence, ReportStanding? report, CancellationToken cancellationToken)
    {
        try
        {
            return await AdvanceAsync(schedule, occurrence, report, cancellationToken).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // It is kept with the occurrence.
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested && (failure is not DbException refused || database.IsMistake(refused)))
        {
            var (code, text) = OutsideFailure.Of(failure) ?? new OutsideFailure(ProblemType.Defect.Code, "This is a defect of the server; its log tells more.");
            AttemptFailed(failure, occurrence.Id, occurrence.Attempt, code);
            return await WriteAsync(
                (session, now) => occurrence.Attempt < occurrence.MaxAttempts
                    ? runs.RetryAsync(session, occurrence, occurrence.ReportId, code, text, now + schedule.PolicySet.RetryAfter(occurrence.Attempt), now, cancellationToken)
                    : ends.FailAsync(session, schedule, occurrence, "attempts_used_up", code, text, now, cancellationToken),
                cancellationToken).ConfigureAwait(false);
        }
#pragma warning restore CA1031
    }

    /// <returns>False when there is nothing to do yet, or the claim is lost.</returns>
    private Task<bool> AdvanceAsync(Schedule schedule, Occurrence occurrence, ReportStanding? report, CancellationToken cancellationToken)
    {
        if (occurrence.CancelRequested is { } by)
            return WriteAsync((session, now) => CancelAsync(session, schedule, occurrence, report, by, now, cancellationToken), cancellationToken);
        if (occurrence.Step == OccurrenceStep.None)
            return OrderAsync(schedule, occurrence, cancellationToken);
        if (occurrence.Step == OccurrenceStep.Ordered)
            return MadeAsync(schedule, occurrence, report, cancellationToken);
        if (occurrence.Step == OccurrenceStep.Made)
            return GateAsync(schedule, occurrence, report, cancellationToken);
        return occurrence.Step == OccurrenceStep.Gated
            ? DeliveredAsync(schedule, occurrence, cancellationToken)
            : WriteAsync((session, now) => EndAsync(session, schedule, occurrence, now, cancellationToken), cancellationToken);
    }

    /// <summary>What is being sent is waited for, so that what is told of the end is the whole.</summary>
    private async Task<bool> CancelAsync(Session session, Schedule schedule, Occurrence occurrence, ReportStanding? report, string by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var isDivided = await bursts.CancelAsync(session, occurrence, now, cancellationToken).ConfigureAwait(false);
        var stopped = await deliveries.StopAsync(session, occurrence, now, cancellationToken).ConfigureAwait(false);
        var summary = await deliveries.SummaryAsync(session, occurrence, cancellationToken).ConfigureAwait(false);
        return summary.Sending > 0 ? isDivided || stopped > 0 : await ends.CancelAsync(session, schedule, occurrence, report, by, summary, now, cancellationToken).ConfigureAwait(false);
    }

    private async Task<bool> OrderAsync(Schedule schedule, Occurrence occurrence, CancellationToken cancellationToken)
    {
        try
        {
            // The report and its mention stand in one transaction that names the fence: there is never a second one, whoever else tries.
            var ordered = await WriteAsync(
                async (session, now) => await runs.OrderedAsync(
                    session, occurrence, await orders.PlaceAsync(session, schedule, occurrence, cancellationToken).ConfigureAwait(false), now, cancellationToken).ConfigureAwait(false),
                cancellationToken).ConfigureAwait(false);
            signals.Ordered();
            return ordered;
        }
        catch (ProblemException problem)
        {
            var code = problem.Errors.FirstOrDefault()?.Code is { } known && (known == ScheduleFlag.OwnerLeft || known == ScheduleFlag.Unreadable || known == ScheduleFlag.ZoneUnknown) ? known : problem.Type.Code;
            var text = problem.Errors is [_, _, ..] ? string.Join(' ', problem.Errors.Select(FieldErrors.Sentence).Prepend(problem.Message)) : problem.Message;
            return await WriteAsync((session, now) => ends.FailAsync(session, schedule, occurrence, code, code, text, now, cancellationToken), cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<bool> MadeAsync(Schedule schedule, Occurrence occurrence, ReportStanding? report, CancellationToken cancellationToken)
    {
        var made = await WriteAsync((session, now) => MadeAsync(session, schedule, occurrence, report, now, cancellationToken), cancellationToken).ConfigureAwait(false);
        signals.Planned();
        return made;
    }

    private async Task<bool> MadeAsync(Session session, Schedule schedule, Occurrence occurrence, ReportStanding? report, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (report is { Status.IsMade: true })
        {
            var exportErrors = (await reports.CountFailedExportsAsync(session, [report.Id], cancellationToken).ConfigureAwait(false)).GetValueOrDefault(report.Id);
            var blockErrors = report.CountFailedBlocks(exportErrors);
            return await runs.MadeAsync(session, occurrence, blockErrors, exportErrors, now, cancellationToken).ConfigureAwait(false)
                && await PassAsync(session, schedule, occurrence with { BlockErrors = blockErrors, ExportErrors = exportErrors }, report, now, cancellationToken).ConfigureAwait(false);
        }

        if (occurrence.ReportId is null && await bursts.FindAsync(session, occurrence, cancellationToken).ConfigureAwait(false) is { } burst)
            return burst.State.IsOver && await MadeAsync(session, schedule, occurrence, burst, now, cancellationToken).ConfigureAwait(false);
        if (report?.Status == ReportState.Cancelled)
            return await ends.CancelAsync(session, schedule, occurrence, report, "user", new DeliverySummary(), now, cancellationToken).ConfigureAwait(false);
        var (code, message) = (report?.ErrorCode ?? "report_gone", report?.ErrorMessage ?? "The report is gone.");
        return Permanent.Contains(code) || occurrence.Attempt >= occurrence.MaxAttempts
            ? await ends.FailAsync(session, schedule, occurrence, "report_failed", code, message, now, cancellationToken).ConfigureAwait(false)
            : await runs.RetryAsync(session, occurrence, occurrence.ReportId, code, message, now + schedule.PolicySet.RetryAfter(occurrence.Attempt), now, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A burst hands each report to delivery as it is made, so that nothing stands between its end and the deliveries.</summary>
    private async Task<bool> MadeAsync(Session session, Schedule schedule, Occurrence occurrence, StoredBurst burst, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var failure = await bursts.FailureAsync(session, burst, cancellationToken).ConfigureAwait(false);
        if (failure is { CanMend: true, Code: var code, Text: var text } && !Permanent.Contains(code) && occurrence.Attempt < occurrence.MaxAttempts)
            return await runs.RetryAsync(session, occurrence, occurrence.ReportId, code, text, now + schedule.PolicySet.RetryAfter(occurrence.Attempt), now, cancellationToken).ConfigureAwait(false);
        if (burst.State == BurstState.Failed)
        {
            if (!await ends.FailAsync(session, schedule, occurrence, "burst_failed", failure?.Code ?? "burst_failed", failure?.Text, now, cancellationToken).ConfigureAwait(false))
                return false;
            await bursts.TellAsync(session, burst, cancellationToken).ConfigureAwait(false);
            return true;
        }

        var errors = (await bursts.JudgeAsync(session, burst, cancellationToken).ConfigureAwait(false)).Errors;
        if (!await runs.MadeAsync(session, occurrence, errors, 0, now, cancellationToken).ConfigureAwait(false))
            return false;
        await runs.GatedAsync(session, occurrence, null, now, cancellationToken).ConfigureAwait(false);
        return occurrence.WaitsForMinute(now) || await DeliverAsync(session, schedule, occurrence with { BlockErrors = errors, ExportErrors = 0 }, now, cancellationToken).ConfigureAwait(false);
    }

    private async Task<bool> GateAsync(Schedule schedule, Occurrence occurrence, ReportStanding? report, CancellationToken cancellationToken)
    {
        var policies = schedule.PolicySet;
        var verdict = report is null ? GateVerdict.Hold("report_gone") : await gates.AskAsync(policies, occurrence, report, cancellationToken).ConfigureAwait(false);
        return await WriteAsync(
            async (session, now) =>
            {
                if (verdict.State is null)
                    return await runs.GatedAsync(session, occurrence, verdict.Reason, now, cancellationToken).ConfigureAwait(false);
                if (verdict.State == OccurrenceState.Failed && occurrence.Attempt < occurrence.MaxAttempts)
                    return await runs.RetryAsync(session, occurrence, null, verdict.Reason!, verdict.Text, now + policies.RetryAfter(occurrence.Attempt), now, cancellationToken).ConfigureAwait(false);
                return verdict.State == OccurrenceState.Failed
                    ? await ends.FailAsync(session, schedule, occurrence, verdict.Reason!, verdict.Reason!, verdict.Text, now, cancellationToken).ConfigureAwait(false)
                    : await ends.HoldAsync(session, schedule, occurrence, verdict, policies.HoldMinutes is { } minutes ? now.AddMinutes(minutes) : null, now, cancellationToken).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
    }

    private async Task<bool> DeliveredAsync(Schedule schedule, Occurrence occurrence, CancellationToken cancellationToken)
    {
        var planned = await WriteAsync((session, now) => DeliverAsync(session, schedule, occurrence, now, cancellationToken), cancellationToken).ConfigureAwait(false);
        signals.Planned();
        return planned;
    }

    /// <summary>Where no condition has to be asked, the steps after the report are one transaction.</summary>
    private async Task<bool> PassAsync(Session session, Schedule schedule, Occurrence occurrence, ReportStanding report, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (OccurrenceGates.MayHold(schedule.PolicySet, report))
            return true;
        await runs.GatedAsync(session, occurrence, null, now, cancellationToken).ConfigureAwait(false);
        return occurrence.WaitsForMinute(now) || await DeliverAsync(session, schedule, occurrence, now, cancellationToken).ConfigureAwait(false);
    }

    private async Task<bool> DeliverAsync(Session session, Schedule schedule, Occurrence occurrence, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!await runs.DeliveringAsync(session, occurrence, now, cancellationToken).ConfigureAwait(false))
            return false;
        if (await bursts.FindAsync(session, occurrence, cancellationToken).ConfigureAwait(false) is null)
            await deliveries.PlanAsync(session, schedule, occurrence, cancellationToken).ConfigureAwait(false);
        // Where nobody is to get it, there is nothing to wait for.
        await EndAsync(session, schedule, occurrence, now, cancellationToken).ConfigureAwait(false);
        return true;
    }

    private async Task<bool> EndAsync(Session session, Schedule schedule, Occurrence occurrence, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var summary = await deliveries.SummaryAsync(session, occurrence, cancellationToken).ConfigureAwait(false);
        if (!summary.IsFinal)
            return false;
        var burst = await bursts.FindAsync(session, occurrence, cancellationToken).ConfigureAwait(false);
        var verdict = burst is null ? null : await bursts.JudgeAsync(session, burst, cancellationToken).ConfigureAwait(false);
        var run = RunEnds.Of(schedule, occurrence, summary, verdict, await ends.ReasonsAsync(session, [occurrence], cancellationToken).ConfigureAwait(false));
        if (await ends.EndAsync(session, [run], withReport: false, now, cancellationToken).ConfigureAwait(false) == 0)
            return false;
        if (burst is not null)
            await bursts.TellAsync(session, burst, cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <summary>What answers false leaves nothing.</summary>
    private async Task<bool> WriteAsync(Func<Session, DateTimeOffset, Task<bool>> write, CancellationToken cancellationToken)
    {
        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        var now = await time.NowAsync(session, cancellationToken).ConfigureAwait(false);
        if (!await write(session, now).ConfigureAwait(false))
            return false;
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        return true;
    }

    [LoggerMessage(65, LogLevel.Error, "Attempt {Attempt} of occurrence {Occurrence} failed: {Code}")]
    private partial void AttemptFailed(Exception failure, OccurrenceId occurrence, int attempt, string code);
}
