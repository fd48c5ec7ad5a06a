using Daybook.Hosting;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Daybook.Schedules.Running;

/// <summary>Keeps the rows of all schedules ahead of their time.</summary>
internal sealed partial class PlanningService(
    SchedulePlanner planner, ScheduleSignals signals, IOptions<SchedulesOptions> options, TimeProvider clock, ILogger<PlanningService> log) : BackgroundService
{
    private static readonly TimeSpan Tidying = TimeSpan.FromMinutes(1), AfterFailure = TimeSpan.FromSeconds(5);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        options.Value.Enabled ? Task.Run(() => PlanAsync(stoppingToken), CancellationToken.None) : Task.CompletedTask;

    private async Task PlanAsync(CancellationToken stoppingToken)
    {
        var (isPrepared, tidied) = (false, 0L);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var change = signals.Next;
                if (!isPrepared)
                    await planner.PrepareAsync(stoppingToken).ConfigureAwait(false);
                isPrepared = true;
                var planned = 0;
                for (var count = await planner.PlanAsync(stoppingToken).ConfigureAwait(false); count > 0; count = await planner.PlanAsync(stoppingToken).ConfigureAwait(false))
                    planned += count;
                if (planned > 0)
                    signals.Changed();
                if (tidied == 0 || clock.GetElapsedTime(tidied) >= Tidying)
                {
                    await planner.TidyAsync(stoppingToken).ConfigureAwait(false);
                    tidied = clock.GetTimestamp();
                }

                if (planned == 0)
                    await ChangeSignal.WaitAsync(change, await WaitAsync(stoppingToken).ConfigureAwait(false), stoppingToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // Planning outlives whatever is wrong with the database.
            catch (Exception failure)
            {
                Stumbled(failure);
                await Task.Delay(AfterFailure, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
#pragma warning restore CA1031
        }
    }

    private async Task<TimeSpan> WaitAsync(CancellationToken cancellationToken)
    {
        var poll = TimeSpan.FromSeconds(options.Value.PollSeconds);
        var (now, next) = await planner.NextAsync(cancellationToken).ConfigureAwait(false);
        return next is { } at && at - now < poll ? TimeSpan.FromTicks(Math.Max((at - now).Ticks, TimeSpan.TicksPerMillisecond * 100)) : poll;
    }

    [LoggerMessage(64, LogLevel.Error, "Planning of schedules stumbled and goes on")]
    private partial void Stumbled(Exception failure);
}
