using Daybook.Hosting;
using Daybook.Storage;
using Microsoft.Extensions.Hosting;

namespace Daybook.Calendars.Stored;

/// <summary>Reads the feeds of calendars when they are due.</summary>
internal sealed class CalendarFeedWorker(Database database, CalendarStore store, CalendarFeeds feeds, TimeProvider clock, WorkLoop loop) : BackgroundService
{
    /// <summary>How often a node looks for feeds that others subscribed to.</summary>
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    /// <summary>More than one feed takes.</summary>
    private static readonly TimeSpan TurnAtMost = TimeSpan.FromMinutes(5);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => loop.RunAsync("calendar feeds", TurnAtMost, TurnAsync, stoppingToken);

    private async Task<Rest> TurnAsync(CancellationToken cancellationToken) =>
        await feeds.RefreshNextAsync(cancellationToken).ConfigureAwait(false) ? Rest.None : new Rest(await WaitAsync(cancellationToken).ConfigureAwait(false), []);

    private async Task<TimeSpan> WaitAsync(CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        var due = await store.NextDueAsync(session, cancellationToken).ConfigureAwait(false) - clock.Now() ?? Idle;
        return due < Shortest ? Shortest : due > Idle ? Idle : due;
    }
}
