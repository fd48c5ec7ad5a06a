using System.Collections.Immutable;
using Daybook.Schedules.Policies;
using Daybook.Storage;
using Daybook.Telemetry;
using Microsoft.Extensions.Options;

namespace Daybook.Schedules.Running;

/// <summary>
/// One look at what time has brought: what falls due, which claims and holds are over, what the policies say, and what this node takes. Nodes take turns;
/// everything stands in one transaction, and what costs time is what is due, not what exists.
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
        await ticks.NoteAsync(session, now, cancellationToken).ConfigureAwait(false);
        var outlook = await ticks.LookAsync(session, now, cancellationToken).ConfigureAwait(false);
        if (now - before > Outage && outlook.IsAnyDue)
            await ticks.SuspectAsync(session, now, cancellationToken).ConfigureAwait(false);
        var (fell, lost, changed) = await TimePassesAsync(session, outlook, now, cancellationToken).ConfigureAwait(false);
        var claimed = 0;
        if (outlook.IsAnyDue || outlook.Next <= now)
        {
            // To decide and to take costs a look at all that is due: not for a few places while many are taken.
            var room = node is null ? 0 : options.Value.MostRunning - await claims.CountMakingAsync(session, node, cancellationToken).ConfigureAwait(false);
            var takes = room > options.Value.MostRunning / 4;
            if (takes || fell || now - _decided >= WithoutDecision || now < _decided)
            {
                changed = [.. changed, .. await DecideAsync(session, now, cancellationToken).ConfigureAwait(false)];
                _decided = now;
            }

            if (takes)
                claimed = await claims.ClaimAsync(session, node!, room, options.Value, now, cancellationToken).ConfigureAwait(false);
            outlook = await ticks.LookAsync(session, now, cancellationToken).ConfigureAwait(false);
        }

        await notices.AddAsync(session, [.. changed.Where(change => change.IsOfSchedule).Select(change => change.ToNotice(KindOf(change), null))], now, cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        Road.TakenOver("occurrence", lost);
        return (claimed, now, outlook.Next);
    }

    /// <returns>Whether anything fell due, how many were taken back from nodes that fell silent, and what came to an end.</returns>
    private async Task<(bool Fell, int Lost, ImmutableArray<TickChange> Changed)> TimePassesAsync(Session session, TickOutlook outlook, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (lost, failed, missed) = (0, ImmutableArray<TickChange>.Empty, ImmutableArray<TickChange>.Empty);
        if (outlook.NextResume <= now)
        {
            foreach (var id in await ticks.EndPausesAsync(session, now, cancellationToken).ConfigureAwait(false))
                await holds.ResumeAsync(session, id, ResumeMode.Skip, "pause", now, cancellationToken).ConfigureAwait(false);
        }

        if (outlook.NextRunAt <= now)
        {
            var schedules = new List<ScheduleId>();
            for (var moved = await ticks.FallDueAsync(session, now, cancellationToken).ConfigureAwait(false); moved.Length > 0;
                moved = await ticks.FallDueAsync(session, now, cancellationToken).ConfigureAwait(false))
            {
                schedules.AddRange(moved);
            }

            await ticks.NoteNextAsync(session, schedules, now, cancellationToken).ConfigureAwait(false);
        }

        if (outlook.NextLeaseEnd < now)
            (lost, failed) = await ticks.EndLeasesAsync(session, now, cancellationToken).ConfigureAwait(false);
        if (outlook.NextHoldEnd < now)
            missed = await ticks.EndHoldsAsync(session, now, cancellationToken).ConfigureAwait(false);
        return (outlook.NextRunAt <= now, lost + failed.Length, [.. failed, .. missed]);
    }

    private async Task<ImmutableArray<TickChange>> DecideAsync(Session session, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var late = await policies.MissDeadlinesAsync(session, now, cancellationToken).ConfigureAwait(false);
        var misfired = await policies.AreSuspectsAsync(session, cancellationToken).ConfigureAwait(false)
            ? await policies.MisfireAsync(session, now, cancellationToken).ConfigureAwait(false)
            : [];
        var overlapped = await policies.AreOverlapsAsync(session, cancellationToken).ConfigureAwait(false)
            ? await policies.OverlapAsync(session, now, cancellationToken).ConfigureAwait(false)
            : [];
        return [.. late, .. misfired, .. overlapped];
    }

    private static string KindOf(TickChange change) =>
        change.State == OccurrenceState.Failed ? NoticeKind.Failed : change.State == OccurrenceState.Missed ? NoticeKind.Missed : NoticeKind.Overlapped;
}
