using Daybook.Accounts;
using Daybook.Hosting;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Daybook.Archive;

/// <summary>Applies retention once an hour. Several nodes may do it at once: what one let go, the other does not find.</summary>
internal sealed partial class RetentionWorker(Retention retention, WorkLoop loop, ILogger<RetentionWorker> log) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromHours(1);

    /// <summary>The first turn only begins the hour.</summary>
    private bool _hasBegun;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => loop.RunAsync("retention", Period, TurnAsync, stoppingToken);

    private async Task<Rest> TurnAsync(CancellationToken cancellationToken)
    {
        if (!_hasBegun)
        {
            _hasBegun = true;
            return new Rest(Period, []);
        }

        try
        {
            var result = await retention.PruneAsync(Caller.Server, cancellationToken).ConfigureAwait(false);
            if (result is not { Reports: 0, Exports: 0, Contents: 0 })
                Pruned(result.Reports, result.Exports, result.Contents, result.Bytes);
        }
#pragma warning disable CA1031 // The next hour is another chance, whatever was wrong with this one.
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            Stumbled(failure);
        }
#pragma warning restore CA1031
        return new Rest(Period, []);
    }

    [LoggerMessage(60, LogLevel.Information, "Retention let go {Reports} reports and {Exports} expired exports; {Contents} contents of {Bytes} bytes were deleted")]
    private partial void Pruned(int reports, int exports, int contents, long bytes);

    [LoggerMessage(61, LogLevel.Error, "Retention failed and is tried again in an hour")]
    private partial void Stumbled(Exception failure);
}
