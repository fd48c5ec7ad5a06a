using Daybook.Hosting;
using Daybook.Telemetry;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Daybook.Schedules.Running;

/// <summary>Runs the schedules of this node: looks what is due, takes it, and takes it further whenever a report or a delivery is over. Nothing is kept here that the rows do not hold.</summary>
internal sealed partial class ScheduleRunner(
    ScheduleTick tick, OccurrenceRuns runs, NodeClaims claims, ClockWatch watch, RunnerSignals signals, WorkerPulses pulses, IOptions<SchedulesOptions> options, ILogger<ScheduleRunner> log) : BackgroundService
{
    /// <summary>How often a node that waits for reports looks whether other nodes have made them.</summary>
    private static readonly TimeSpan Watching = TimeSpan.FromSeconds(1);

    /// <summary>What happens at the same time is looked at once.</summary>
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(50);

    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(2);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => options.Value.Enabled
        ? Task.WhenAll(Task.Run(() => RunAsync(stoppingToken), CancellationToken.None), Task.Run(() => claims.RenewAsync(stoppingToken), CancellationToken.None))
        : Task.CompletedTask;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken).ConfigureAwait(false);
        if (options.Value.Enabled)
            await claims.ReleaseAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task RunAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var change = signals.Next;
                var wait = await LookAsync(stoppingToken).ConfigureAwait(false);
                pulses.Beat("schedules", wait);
                if (wait > TimeSpan.Zero)
                    await ChangeSignal.WaitAsync(change, wait, stoppingToken).ConfigureAwait(false);
                await Task.Delay(Breath, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // The runner outlives whatever is wrong with one occurrence or with the database; every row says where it stands.
            catch (Exception failure)
            {
                Stumbled(failure);
                await Task.Delay(AfterFailure, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
#pragma warning restore CA1031
        }
    }

    /// <returns>How long there is nothing to do, unless something changes.</returns>
    private async Task<TimeSpan> LookAsync(CancellationToken cancellationToken)
    {
        var mayClaim = await watch.LookAsync(cancellationToken).ConfigureAwait(false);
        using var span = Road.Begin(Road.Schedule);
        var (claimed, now, next) = await tick.RunAsync(mayClaim ? claims.Node : null, cancellationToken).ConfigureAwait(false);
        var moved = await runs.AdvanceAsync(claims.Node, cancellationToken).ConfigureAwait(false);
        span.Note("occurrences.claimed", claimed).Note("occurrences.moved", moved);
        if (claimed + moved > 0)
            return TimeSpan.Zero;
        span.Discard();
        var (running, delivery) = await claims.OutlookAsync(cancellationToken).ConfigureAwait(false);
        var poll = running > 0 ? Watching : TimeSpan.FromSeconds(options.Value.PollSeconds);
        var until = next is null || delivery < next ? delivery : next;
        return until is { } at && at - now < poll ? TimeSpan.FromTicks(Math.Max((at - now).Ticks, Breath.Ticks)) : poll;
    }

    [LoggerMessage(62, LogLevel.Error, "The runner of schedules stumbled and goes on")]
    private partial void Stumbled(Exception failure);
}
