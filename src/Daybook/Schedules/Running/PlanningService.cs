using Daybook.Hosting;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Daybook.Schedules.Running;

/// <summary>Keeps the rows of all schedules ahead of their time.</summary>
internal sealed class PlanningService(SchedulePlanner planner, ScheduleSignals signals, WorkLoop loop, IOptions<SchedulesOptions> options, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Tidying = TimeSpan.FromMinutes(1), Shortest = TimeSpan.FromMilliseconds(100);

    /// <summary>New time-zone data moves the rows of all schedules in one turn.</summary>
    private static readonly TimeSpan TurnAtMost = TimeSpan.FromMinutes(10);

    private bool _isPrepared;
    private long _tidied;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        options.Value.Enabled ? loop.RunAsync("planning", TurnAtMost, TurnAsync, stoppingToken) : Task.CompletedTask;

    private async Task<Rest> TurnAsync(CancellationToken cancellationToken)
    {
        var change = signals.Next;
        if (!_isPrepared)
            await planner.PrepareAsync(cancellationToken).ConfigureAwait(false);
        _isPrepared = true;
        var planned = await planner.PlanAsync(cancellationToken).ConfigureAwait(false);
        if (_tidied == 0 || clock.GetElapsedTime(_tidied) >= Tidying)
        {
            await planner.TidyAsync(cancellationToken).ConfigureAwait(false);
            _tidied = clock.GetTimestamp();
        }

        if (planned == 0)
            return new Rest(await WaitAsync(cancellationToken).ConfigureAwait(false), [change]);
        signals.Changed();
        return Rest.None;
    }

    private async Task<TimeSpan> WaitAsync(CancellationToken cancellationToken)
    {
        var poll = TimeSpan.FromSeconds(options.Value.PollSeconds);
        var (now, next) = await planner.NextAsync(cancellationToken).ConfigureAwait(false);
        var left = next - now ?? poll;
        return left < Shortest ? Shortest : left < poll ? left : poll;
    }
}
