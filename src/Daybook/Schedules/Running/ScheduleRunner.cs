using Daybook.Hosting;
using Daybook.Telemetry;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Daybook.Schedules.Running;

/// <summary>Runs the schedules of this node: looks what is due, takes it, and takes it further whenever a report or a delivery is over. Nothing is kept here that the rows do not hold.</summary>
internal sealed class ScheduleRunner(
    ScheduleTick tick, OccurrenceRuns runs, NodeClaims claims, ClockWatch watch, RunnerSignals signals, WorkLoop loop, IOptions<SchedulesOptions> options) : BackgroundService
{
    /// <summary>How often a node that waits for reports looks whether other nodes have made them.</summary>
    private static readonly TimeSpan Watching = TimeSpan.FromSeconds(1);

    /// <summary>What happens at the same time is looked at once, unless there is much of it already.</summary>
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(50);

    private const int Much = 100;

    private bool _hasMuch;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => options.Value.Enabled
        ? Task.WhenAll(loop.RunAsync("schedules", TimeSpan.Zero, TurnAsync, stoppingToken), loop.RunAsync("claims", TimeSpan.Zero, claims.RenewAsync, stoppingToken))
        : Task.CompletedTask;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken).ConfigureAwait(false);
        if (options.Value.Enabled)
            await claims.ReleaseAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<Rest> TurnAsync(CancellationToken cancellationToken)
    {
        if (!_hasMuch)
            await Task.Delay(Breath, cancellationToken).ConfigureAwait(false);
        var changes = signals.Next;
        return new Rest(await LookAsync(cancellationToken).ConfigureAwait(false), changes);
    }

    /// <returns>How long there is nothing to do, unless something changes.</returns>
    private async Task<TimeSpan> LookAsync(CancellationToken cancellationToken)
    {
        var mayClaim = await watch.LookAsync(cancellationToken).ConfigureAwait(false);
        using var span = Road.Begin(Road.Schedule);
        var (claimed, now, next) = await tick.RunAsync(mayClaim ? claims.Node : null, cancellationToken).ConfigureAwait(false);
        var moved = await runs.AdvanceAsync(claims.Node, cancellationToken).ConfigureAwait(false);
        span.Note("occurrences.claimed", claimed).Note("occurrences.moved", moved);
        _hasMuch = claimed + moved >= Much;
        if (claimed + moved > 0)
            return TimeSpan.Zero;
        span.Discard();
        var (running, delivery) = await claims.OutlookAsync(cancellationToken).ConfigureAwait(false);
        var poll = running > 0 ? Watching : TimeSpan.FromSeconds(options.Value.PollSeconds);
        var until = next is null || delivery < next ? delivery : next;
        return until is { } at && at - now < poll ? at - now : poll;
    }
}
