using System.Collections.Immutable;
using Daybook.Reports;
using Daybook.Storage;
using Microsoft.Extensions.Logging;

namespace Daybook.Schedules.Running;

/// <summary>
/// Takes many occurrences at once through the steps that are the same for most: their reports are ordered, and they are handed to the deliveries and ended, in one
/// transaction for all of a step. It names every fence as <see cref="OccurrenceRuns"/> does for each alone; where one stands in the way, nothing was written of any.
/// </summary>
internal sealed partial class OccurrenceBatches(
    Database database, RunStore runs, ReportStore reports, OccurrenceOrders orders, OccurrenceDeliveries deliveries, RunEnds ends, OccurrenceClock time, RunnerSignals signals, ILogger<OccurrenceBatches> log)
{
    /// <returns>Those that need no look at each alone, and how many of them were taken a step further.</returns>
    public async Task<(ImmutableHashSet<OccurrenceId> Settled, int Moved)> AdvanceAsync(
        ImmutableArray<Occurrence> found, Dictionary<ScheduleId, Schedule> schedules, Dictionary<ReportId, ReportStanding> standings, CancellationToken cancellationToken)
    {
        var alike = found.Where(occurrence => occurrence.CancelRequested is null && schedules[occurrence.ScheduleId].Burst is null).ToList();
        var over = alike.Where(occurrence => occurrence.Step == OccurrenceStep.Delivering && occurrence.ReportId is not null).ToList();
        var made = alike.Where(occurrence => occurrence.Step == OccurrenceStep.Ordered && IsMade(occurrence)).ToList();
        // What was lost with its node before goes alone: whatever ends a process takes no other with it a second time.
        var fresh = alike.Where(occurrence => occurrence.Step == OccurrenceStep.None && occurrence.ReportId is null && occurrence.Attempt <= 1).ToList();
        var (settled, moved) = (ImmutableHashSet.CreateBuilder<OccurrenceId>(), 0);
        await TryAsync(over, (session, mine, now) => EndAsync(session, mine, schedules, now, cancellationToken)).ConfigureAwait(false);
        if (await TryAsync(made, (session, mine, now) => MadeAsync(session, mine, schedules, standings, now, cancellationToken)).ConfigureAwait(false))
            signals.Planned();
        if (await TryAsync(fresh, (session, mine, now) => OrderAsync(session, mine, schedules, now, cancellationToken)).ConfigureAwait(false))
            signals.Ordered();
        return (settled.ToImmutable(), moved);

        // Whatever stands in the way of all is found, and said, where each goes alone.
        async Task<bool> TryAsync(IReadOnlyCollection<Occurrence> claims, Func<Session, IReadOnlyCollection<Occurrence>, DateTimeOffset, Task<int>> write)
        {
            if (claims.Count == 0)
                return false;
            try
            {
                moved += await WriteAsync(claims, write, cancellationToken).ConfigureAwait(false);
                settled.UnionWith(claims.Select(occurrence => occurrence.Id));
                return true;
            }
#pragma warning disable CA1031 // It is met again by the one it concerns.
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                Apart(failure, claims.Count);
                return false;
            }
#pragma warning restore CA1031
        }

        bool IsMade(Occurrence occurrence) => occurrence.ReportId is { } id && standings.GetValueOrDefault(id) is { Status.IsMade: true } report
            && !OccurrenceGates.MayHold(schedules[occurrence.ScheduleId].PolicySet, report);
    }

    private async Task<int> OrderAsync(Session session, IReadOnlyCollection<Occurrence> mine, Dictionary<ScheduleId, Schedule> schedules, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var placed = await orders.PlaceAsync(session, [.. mine.Select(occurrence => (schedules[occurrence.ScheduleId], occurrence))], cancellationToken).ConfigureAwait(false);
        await runs.OrderedAsync(session, mine.Select(occurrence => KeyValuePair.Create(occurrence, placed[occurrence.Id])), now, cancellationToken).ConfigureAwait(false);
        return mine.Count;
    }

    /// <summary>Those whose minute has not come wait for it, made.</summary>
    private async Task<int> MadeAsync(
        Session session, IReadOnlyCollection<Occurrence> mine, Dictionary<ScheduleId, Schedule> schedules, Dictionary<ReportId, ReportStanding> standings, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var failed = await reports.CountFailedExportsAsync(session, mine.Select(occurrence => occurrence.ReportId!.Value), cancellationToken).ConfigureAwait(false);
        var made = mine.Select(occurrence => Counted(occurrence, standings[occurrence.ReportId!.Value], failed.GetValueOrDefault(occurrence.ReportId!.Value))).ToList();
        await runs.MadeAsync(session, made, now, cancellationToken).ConfigureAwait(false);
        var due = made.Where(occurrence => occurrence.DueAt <= now).ToList();
        foreach (var occurrence in due)
            await deliveries.PlanAsync(session, schedules[occurrence.ScheduleId], occurrence, cancellationToken).ConfigureAwait(false);
        await EndAsync(session, due, schedules, now, cancellationToken).ConfigureAwait(false);
        return made.Count;
    }

    private static Occurrence Counted(Occurrence occurrence, ReportStanding report, int exports) =>
        occurrence with { BlockErrors = report.CountFailedBlocks(exports), ExportErrors = exports, SuppressReason = null };

    /// <summary>Where nobody is to get it, there is nothing to wait for.</summary>
    private async Task<int> EndAsync(Session session, IReadOnlyCollection<Occurrence> mine, Dictionary<ScheduleId, Schedule> schedules, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var summaries = await deliveries.SummariesAsync(session, mine, cancellationToken).ConfigureAwait(false);
        var final = mine.Where(occurrence => summaries[occurrence.Id].IsFinal).ToList();
        var reasons = await ends.ReasonsAsync(session, final, cancellationToken).ConfigureAwait(false);
        var over = final.Select(occurrence => RunEnds.Of(schedules[occurrence.ScheduleId], occurrence, summaries[occurrence.Id], null, reasons)).ToList();
        return await ends.EndAsync(session, over, now, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What another took over in the meantime is left to it.</summary>
    private async Task<int> WriteAsync(
        IReadOnlyCollection<Occurrence> claims, Func<Session, IReadOnlyCollection<Occurrence>, DateTimeOffset, Task<int>> write, CancellationToken cancellationToken)
    {
        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        var held = await runs.LockAsync(session, claims, cancellationToken).ConfigureAwait(false);
        var mine = claims.Where(occurrence => held.Contains(occurrence.Id)).ToList();
        if (mine.Count == 0)
            return 0;
        var moved = await write(session, mine, await time.NowAsync(session, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        return moved;
    }

    [LoggerMessage(68, LogLevel.Information, "{Count} occurrences could not be taken further together; each goes alone")]
    private partial void Apart(Exception failure, int count);
}
