using Daybook.Delivery;
using Daybook.Hosting;
using Daybook.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Daybook.Schedules.Running;

/// <summary>Hands what owners are to be told to the deliveries, as soon as it is written.</summary>
internal sealed partial class NoticeSender(
    Database database, NoticeMail mail, OccurrenceClock time, NoticeSignals signals, DeliverySignals deliveries, WorkLoop loop, IOptions<SchedulesOptions> options, ILogger<NoticeSender> log) : BackgroundService
{
    /// <summary>How often a node looks whether what reached nobody can reach somebody now.</summary>
    private static readonly TimeSpan BetweenReopening = TimeSpan.FromMinutes(1);

    private DateTimeOffset _reopened;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        options.Value.Enabled ? loop.RunAsync("notices", TimeSpan.Zero, TurnAsync, stoppingToken) : Task.CompletedTask;

    private async Task<Rest> TurnAsync(CancellationToken cancellationToken)
    {
        var change = signals.Next;
        return await SendAsync(cancellationToken).ConfigureAwait(false) > 0 ? Rest.None : new Rest(TimeSpan.FromSeconds(options.Value.PollSeconds), [change]);
    }

    /// <returns>How many notices were taken.</returns>
    private async Task<int> SendAsync(CancellationToken cancellationToken)
    {
        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        var now = await time.NowAsync(session, cancellationToken).ConfigureAwait(false);
        if (now - _reopened >= BetweenReopening || now < _reopened)
        {
            await mail.ReopenAsync(session, now, cancellationToken).ConfigureAwait(false);
            _reopened = now;
        }

        var (taken, untold) = await mail.PlanAsync(session, now, cancellationToken).ConfigureAwait(false);
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
}
