using System.Collections.Immutable;
using Daybook.Schedules.Policies;
using Daybook.Storage;
using Daybook.Telemetry;
using Microsoft.Extensions.Options;

namespace Daybook.Schedules.Running;

/// <summary>
/// One look at what time has brought: what falls due, which claims and holds are over, what the policies say, and what this node takes. Nodes take turns;
/// everything stands in one transaction, and what costs time is what is due, not what exists. After a long outage one look takes only so many further that nobody else waits long for
/// the database; the next one follows at once, and it does not matter which node looks, or whether one stopped between.
/// </summary>
internal sealed class ScheduleTick(
    Database database, TickStore ticks, PolicyStore policies, ClaimStore claims, OccurrenceHoldStore holds, OwnerNotices notices, OccurrenceClock time, IOptions<SchedulesOptions> options)
{
    /// <summary>No node looked for so long: what fell due meanwhile is for the misfire policies.</summary>
    private static readonly TimeSpan Outage = TimeSpan.FromSeconds(60);

    /// <summary>While nothing new falls due and nothing can be taken, the policies are asked no more often.</summary>
    private static readonly TimeSpan WithoutDecision = TimeSpan.FromSeconds(1);

    private DateTimeOffset _decided;

    /// <param name="node">Takes occurrences up to its limit; null takes none.</param>
    /// <returns>How many were taken, and when there is something to do again; null when nothing waits.</returns>
    public async Task<(int Claimed, DateTimeOffset Now, DateTimeOffset? Next)> RunAsync(string? node, CancellationToken cancellationToken)
    {
        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        var before = await ticks.LockAsync(session, cancellationToken).ConfigureAwait(false);
        var now = await time.NowAsync(session, cancellationToken).ConfigureAwait(false);
        var outlook = await ticks.LookAsync(session, now, cancellationToken).ConfigureAwait(false);
        if (now - before > Outage && outlook.IsAnyDue && await ticks.SuspectAsync(session, now, cancellationToken).ConfigureAwait(false) == TickStore.Batch)
        {
            // There are more: until all are found, nobody has looked since.
            await session.CommitAsync(cancellationToken).ConfigureAwait(false);
            return (0, now, now);
        }

        await ticks.NoteAsync(session, now, cancellationToken).ConfigureAwait(false);
        var (fell, lost, changed) = await TimePassesAsync(session, outlook, now, cancellationToken).ConfigureAwait(false);
        var (claimed, goesOn) = (0, false);
        if (outlook.IsAnyDue || outlook.Next <= now)
        {
            // To decide and to take costs a look at all that is due: not for a few places while many are taken.
            var room = node is null ? 0 : options.Value.MostRunning - await claims.CountMakingAsync(session, node, cancellationToken).ConfigureAwait(false);
            var takes = room > options.Value.MostRunning / 4;
            if (takes || fell || now - _decided >= WithoutDecision || now < _decided)
            {
                var (decided, isAll) = await DecideAsync(session, now, cancellationToken).ConfigureAwait(false);
                changed = [.. changed, .. decided];
                _decided = isAll ? now : default;
                goesOn = !isAll;
            }

            if (takes)
                claimed = await claims.ClaimAsync(session, node!, room, options.Value, now, cancellationToken).ConfigureAwait(false);
            outlook = await ticks.LookAsync(session, now, cancellationToken).ConfigureAwait(false);
        }

        // Where something was taken, the next look follows at once.
        var retry = claimed == 0 && outlook.IsAnyDue ? await ticks.NextAttemptAsync(session, now, cancellationToken).ConfigureAwait(false) : null;
        await notices.AddAsync(session, TickNotices.Of(changed), now, cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        Road.TakenOver("occurrence", lost);
        return (claimed, now, goesOn ? now : retry < outlook.Next ? retry : outlook.Next ?? retry);
    }

    /// <returns>Whether anything fell due, how many were taken back from nodes that fell silent, and what came to an end.</returns>
    private async Task<(bool Fell, int Lost, ImmutableArray<TickChange> Changed)> TimePassesAsync(Session session, TickOutlook outlook, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (lost, failed, missed) = (0, ImmutableArray<TickChange>.Empty, ImmutableArray<TickChange>.Empty);
        if (outlook.NextResume <= now)
            await EndPausesAsync(session, now, cancellationToken).ConfigureAwait(false);

        if (outlook.NextRunAt <= now)
        {
            var isBehind = outlook.NextRunAt <= now - OccurrenceClock.Late;
            var (_, inTime) = isBehind ? await ticks.FallDueAsync(session, inTime: true, TickStore.Batch, now, cancellationToken).ConfigureAwait(false) : ([], []);
            var (held, due) = await ticks.FallDueAsync(session, inTime: false, isBehind ? TickStore.Batch : TickStore.Many, now, cancellationToken).ConfigureAwait(false);
            await ticks.NoteNextAsync(session, [.. inTime, .. held, .. due], now, cancellationToken).ConfigureAwait(false);
            if (held.Length > 0)
                await ticks.LetGoAsync(session, held, now, cancellationToken).ConfigureAwait(false);
        }

        if (outlook.NextLeaseEnd < now)
            (lost, failed) = await ticks.EndLeasesAsync(session, now, cancellationToken).ConfigureAwait(false);
        if (outlook.NextHoldEnd < now)
            missed = await ticks.EndHoldsAsync(session, now, cancellationToken).ConfigureAwait(false);
        return (outlook.NextRunAt <= now, lost + failed.Length, [.. failed, .. missed]);
    }

    /// <summary>Pauses whose time is over end when everything that they held is let go of, so many at a look; what falls due meanwhile is held no more.</summary>
    private async Task EndPausesAsync(Session session, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var all = 0;
        foreach (var id in await ticks.PausesOverAsync(session, now, cancellationToken).ConfigureAwait(false))
        {
            var some = await holds.ResumeAsync(session, id, ResumeMode.Skip, "pause", now, now, cancellationToken).ConfigureAwait(false);
            if (some < OccurrenceHoldStore.Batch)
                await ticks.EndPauseAsync(session, id, cancellationToken).ConfigureAwait(false);
            all += some;
            if (all >= OccurrenceHoldStore.Batch)
                break;
        }
    }

    /// <returns>What is missed or skipped, and whether nothing is left that would be.</returns>
    private async Task<(ImmutableArray<TickChange> Changed, bool IsAll)> DecideAsync(Session session, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var late = await policies.MissDeadlinesAsync(session, now, cancellationToken).ConfigureAwait(false);
        var misfired = await policies.AreSuspectsAsync(session, cancellationToken).ConfigureAwait(false)
            ? await policies.MisfireAsync(session, now, cancellationToken).ConfigureAwait(false)
            : [];
        var overlapped = await policies.AreOverlapsAsync(session, cancellationToken).ConfigureAwait(false)
            ? await policies.OverlapAsync(session, now, cancellationToken).ConfigureAwait(false)
            : [];
        return ([.. late, .. misfired, .. overlapped], late.Length < PolicyStore.Batch && misfired.Length < PolicyStore.Batch);
    }
}
