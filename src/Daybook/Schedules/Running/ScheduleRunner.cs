using System.Collections.Immutable;
using Daybook.Hosting;
using Daybook.Telemetry;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Daybook.Schedules.Running;

/// <summary>
/// Runs the schedules of this node: one worker looks what is due and takes it, another takes it further whenever a report or a delivery is over, so that neither waits for the other.
/// Nothing is kept here that the rows do not hold.
/// </summary>
internal sealed class ScheduleRunner(
    ScheduleTick tick, OccurrenceRuns runs, NodeClaims claims, ClockWatch watch, RunnerSignals signals, WorkLoop loop, IOptions<SchedulesOptions> options) : BackgroundService
{
    /// <summary>How often a node that waits for reports looks whether other nodes have made them.</summary>
    private static readonly TimeSpan Watching = TimeSpan.FromSeconds(1);

    /// <summary>What happens at the same time is looked at once, unless there is much of it already.</summary>
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(50);

    private const int Much = 100;

    private readonly RunnerSteps _claimed = new(), _moved = new();
    private bool _claimsMuch, _movesMuch;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => options.Value.Enabled
        ? Task.WhenAll(
            loop.RunAsync("schedules", TimeSpan.Zero, ClaimAsync, stoppingToken),
            loop.RunAsync("occurrences", TimeSpan.Zero, AdvanceAsync, stoppingToken),
            loop.RunAsync("claims", TimeSpan.Zero, claims.RenewAsync, stoppingToken))
        : Task.CompletedTask;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken).ConfigureAwait(false);
        if (options.Value.Enabled)
            await claims.ReleaseAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Looks what is due and takes it; again when something else may have fallen due, or there is room for more.</summary>
    private async Task<Rest> ClaimAsync(CancellationToken cancellationToken)
    {
        if (!_claimsMuch)
            await Task.Delay(Breath, cancellationToken).ConfigureAwait(false);
        ImmutableArray<Task> changes = [.. signals.Next, _moved.Next];
        var mayClaim = await watch.LookAsync(cancellationToken).ConfigureAwait(false);
        using var span = Road.Begin(Road.Schedule);
        var (claimed, now, next) = await tick.RunAsync(mayClaim ? claims.Node : null, cancellationToken).ConfigureAwait(false);
        span.Note("occurrences.claimed", claimed);
        _claimsMuch = claimed >= Much;
        if (claimed > 0)
        {
            _claimed.Changed();
            return Rest.None;
        }

        span.Discard();
        var poll = TimeSpan.FromSeconds(options.Value.PollSeconds);
        return new Rest(next is { } at && at - now < poll ? at - now : poll, changes);
    }

    /// <summary>Takes further what this node has; again when a report or a delivery is over, or one that was made ahead may be delivered.</summary>
    private async Task<Rest> AdvanceAsync(CancellationToken cancellationToken)
    {
        if (!_movesMuch)
            await Task.Delay(Breath, cancellationToken).ConfigureAwait(false);
        ImmutableArray<Task> changes = [.. signals.Next, _claimed.Next];
        using var span = Road.Begin(Road.Schedule);
        var moved = await runs.AdvanceAsync(claims.Node, cancellationToken).ConfigureAwait(false);
        span.Note("occurrences.moved", moved);
        _movesMuch = moved >= Much;
        if (moved > 0)
        {
            _moved.Changed();
            return Rest.None;
        }

        span.Discard();
        var (running, delivery, now) = await claims.OutlookAsync(cancellationToken).ConfigureAwait(false);
        var poll = running > 0 ? Watching : TimeSpan.FromSeconds(options.Value.PollSeconds);
        return new Rest(delivery is { } at && at - now < poll ? at - now : poll, changes);
    }
}
