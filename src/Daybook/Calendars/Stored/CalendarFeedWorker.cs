using Daybook.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Daybook.Calendars.Stored;

/// <summary>Reads the feeds of calendars when they are due.</summary>
internal sealed partial class CalendarFeedWorker(Database database, CalendarStore store, CalendarFeeds feeds, TimeProvider clock, ILogger<CalendarFeedWorker> log) : BackgroundService
{
    /// <summary>How often a node looks for feeds that others subscribed to.</summary>
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await feeds.RefreshNextAsync(stoppingToken).ConfigureAwait(false))
                {
                    // Until none is due.
                }

                await Task.Delay(await WaitAsync(stoppingToken).ConfigureAwait(false), clock, stoppingToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // The worker outlives whatever is wrong with one feed or with the database.
            catch (Exception failure)
            {
                Stumbled(failure);
                await Task.Delay(Idle, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
#pragma warning restore CA1031
        }
    }

    private async Task<TimeSpan> WaitAsync(CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        var due = await store.NextDueAsync(session, cancellationToken).ConfigureAwait(false) - clock.Now() ?? Idle;
        return due < Shortest ? Shortest : due > Idle ? Idle : due;
    }

    [LoggerMessage(51, LogLevel.Error, "Reading the feeds of calendars stumbled and goes on")]
    private partial void Stumbled(Exception failure);
}
