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
    /// <summary>Occurrences of one transaction, at most.</summary>
    private const int Batch = 500;

    /// <returns>Those that need no look at each alone, and how many of them were taken a step further.</returns>
    public async Task<(ImmutableHashSet<OccurrenceId> Settled, int Moved)> AdvanceAsync(
        ImmutableArray<Occurrence> found, Dictionary<ScheduleId, Schedule> schedules, Dictionary<ReportId, ReportStanding> standings, CancellationToken cancellationToken)
    {
        var alike = found.Where(occurrence => occurrence.CancelRequested is null && schedules[occurrence.ScheduleId].Burst is null).ToList();
        var over = alike.Where(occurrence => occurrence.Step == OccurrenceStep.Delivering && occurrence.ReportId is not null).ToList();
        var made = alike.Where(occurrence => occurrence.Step == OccurrenceStep.Ordered && IsMade(occurrence)).ToList();
        // What was lost with its node before goes alone: whatever ends a process takes no other with it a second time.
        var fresh = alike.Where(occurrence => occurrence.Step == OccurrenceStep.None && occurrence.ReportId is null && occurrence.Attempt <= 1).ToList();
        // What is ordered and what comes to its end have no row in common: they go on beside each other.
        var written = await Task.WhenAll(
            EndsAsync(),
            TogetherAsync(fresh, (session, mine, now) => OrderAsync(session, mine, schedules, now, cancellationToken), signals.Ordered)).ConfigureAwait(false);
        return (written[0].Settled.Union(written[1].Settled), written.Sum(part => part.Moved));

        async Task<(ImmutableHashSet<OccurrenceId> Settled, int Moved)> EndsAsync()
        {
            var first = await TogetherAsync(over, (session, mine, now) => EndAsync(session, mine, schedules, now, cancellationToken), null).ConfigureAwait(false);
            var next = await TogetherAsync(made, (session, mine, now) => MadeAsync(session, mine, schedules, standings, now, cancellationToken), signals.Planned).ConfigureAwait(false);
            return (first.Settled.Union(next.Settled), first.Moved + next.Moved);
        }

        // Whatever stands in the way of all is found, and said, where each goes alone.
        async Task<(ImmutableHashSet<OccurrenceId> Settled, int Moved)> TogetherAsync(
            IEnumerable<Occurrence> claims, Func<Session, IReadOnlyCollection<Occurrence>, DateTimeOffset, Task<int>> write, Action? rings)
        {
            var (settled, moved) = (ImmutableHashSet.CreateBuilder<OccurrenceId>(), 0);
            foreach (var some in claims.Chunk(Batch))
            {
                try
                {
                    moved += await WriteAsync(some, write, cancellationToken).ConfigureAwait(false);
                    settled.UnionWith(some.Select(occurrence => occurrence.Id));
                    rings?.Invoke();
                }
#pragma warning disable CA1031 // It is met again by the one it concerns.
                catch (Exception failure) when (failure is not OperationCanceledException)
                {
                    Apart(failure, some.Length);
                }
#pragma warning restore CA1031
            }

            return (settled.ToImmutable(), moved);
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
        var due = made.Where(occurrence => !occurrence.WaitsForMinute(now)).ToList();
        foreach (var occurrence in due)
            await deliveries.PlanAsync(session, schedules[occurrence.ScheduleId], occurrence, cancellationToken).ConfigureAwait(false);
        // Where nobody is to get it, there is nothing to wait for.
        var over = await FinalAsync(session, due, schedules, cancellationToken).ConfigureAwait(false);
        if (over.Count > 0)
            await ends.EndAsync(session, over, withReport: true, now, cancellationToken).ConfigureAwait(false);
        var rest = made.ExceptBy(over.Select(run => run.Occurrence.Id), occurrence => occurrence.Id).ToList();
        if (rest.Count > 0)
            await runs.MadeAsync(session, rest, now, cancellationToken).ConfigureAwait(false);
        return made.Count;
    }

    private static Occurrence Counted(Occurrence occurrence, ReportStanding report, int exports) =>
        occurrence with { BlockErrors = report.CountFailedBlocks(exports), ExportErrors = exports, SuppressReason = null };

    private async Task<int> EndAsync(Session session, IReadOnlyCollection<Occurrence> mine, Dictionary<ScheduleId, Schedule> schedules, DateTimeOffset now, CancellationToken cancellationToken) =>
        await ends.EndAsync(session, await FinalAsync(session, mine, schedules, cancellationToken).ConfigureAwait(false), withReport: false, now, cancellationToken).ConfigureAwait(false);

    /// <returns>The ends of those that wait for no delivery.</returns>
    private async Task<List<EndedRun>> FinalAsync(Session session, IReadOnlyCollection<Occurrence> mine, Dictionary<ScheduleId, Schedule> schedules, CancellationToken cancellationToken)
    {
        var summaries = await deliveries.SummariesAsync(session, mine, cancellationToken).ConfigureAwait(false);
        var final = mine.Where(occurrence => summaries[occurrence.Id].IsFinal).ToList();
        var reasons = await ends.ReasonsAsync(session, final, cancellationToken).ConfigureAwait(false);
        return [.. final.Select(occurrence => RunEnds.Of(schedules[occurrence.ScheduleId], occurrence, summaries[occurrence.Id], null, reasons))];
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
