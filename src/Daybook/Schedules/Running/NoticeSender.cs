using Daybook.Delivery;
using Daybook.Hosting;
using Daybook.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Daybook.Schedules.Running;

/// <summary>Hands what owners are to be told to the deliveries, as soon as it is written.</summary>
internal sealed partial class NoticeSender(
    Database database, NoticeMail mail, OccurrenceClock time, NoticeSignals signals, DeliverySignals deliveries, WorkerPulses pulses, IOptions<SchedulesOptions> options, ILogger<NoticeSender> log) : BackgroundService
{
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        options.Value.Enabled ? Task.Run(() => RunAsync(stoppingToken), CancellationToken.None) : Task.CompletedTask;

    private async Task RunAsync(CancellationToken stoppingToken)
    {
        var poll = TimeSpan.FromSeconds(options.Value.PollSeconds);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var change = signals.Next;
                while (await SendAsync(stoppingToken).ConfigureAwait(false) > 0)
                {
                }

                pulses.Beat("notices", poll);
                await ChangeSignal.WaitAsync(change, poll, stoppingToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // The sender outlives whatever is wrong with the database; the rows wait.
            catch (Exception failure)
            {
                Stumbled(failure);
                await Task.Delay(AfterFailure, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
#pragma warning restore CA1031
        }
    }

    /// <returns>How many notices were taken.</returns>
    private async Task<int> SendAsync(CancellationToken cancellationToken)
    {
        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        var (taken, untold) = await mail.PlanAsync(session, await time.NowAsync(session, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        if (taken == 0)
            return 0;
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        deliveries.Changed();
        foreach (var (schedule, count, reason) in untold)
            ReachNobody(count, schedule?.ToString() ?? "the server", reason);
        return taken;
    }

    [LoggerMessage(67, LogLevel.Warning, "{Count} notices about {Schedule} reach nobody: {Reason}")]
    private partial void ReachNobody(int count, string schedule, string reason);

    [LoggerMessage(68, LogLevel.Error, "Telling owners stumbled and goes on")]
    private partial void Stumbled(Exception failure);
}
