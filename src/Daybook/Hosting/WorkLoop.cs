using Microsoft.Extensions.Logging;

namespace Daybook.Hosting;

/// <summary>
/// How every worker in the background goes round: one turn after another until the server stops, each followed by a rest, with signs of life for the
/// health check. Whatever is wrong with a turn is logged and the next one is another chance: a worker that ended with an error would end the server.
/// </summary>
/// <param name="clock">The machine's, also where the server's is another: what other nodes do is not heard by a clock that stands still.</param>
internal sealed partial class WorkLoop(WorkerPulses pulses, TimeProvider clock, ILogger<WorkLoop> log)
{
    /// <summary>The rest after a turn that went wrong, whatever changes meanwhile.</summary>
    public static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <param name="worker">Its name in the log and in what the health check says.</param>
    /// <param name="turnAtMost">How long a turn may take, beyond what every worker may be silent.</param>
    public Task RunAsync(string worker, TimeSpan turnAtMost, Func<CancellationToken, Task<Rest>> turn, CancellationToken stoppingToken) =>
        Task.Run(() => GoRoundAsync(worker, turnAtMost, turn, stoppingToken), CancellationToken.None);

    private async Task GoRoundAsync(string worker, TimeSpan turnAtMost, Func<CancellationToken, Task<Rest>> turn, CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            pulses.Beat(worker, turnAtMost);
            var rest = await TryAsync(worker, turn, stoppingToken).ConfigureAwait(false);
            // What was waited for may have come during the turn: the time that is left may be less than none.
            if (rest.AtMost <= TimeSpan.Zero)
                continue;
            var atMost = rest.AtMost < Longest ? rest.AtMost : Longest;
            pulses.Beat(worker, atMost);
            await WaitAsync(rest with { AtMost = atMost }, stoppingToken).ConfigureAwait(false);
        }
    }

    private async Task<Rest> TryAsync(string worker, Func<CancellationToken, Task<Rest>> turn, CancellationToken stoppingToken)
    {
        try
        {
            return await turn(stoppingToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return Rest.None;
        }
#pragma warning disable CA1031 // A worker outlives whatever is wrong with one thing or with the database; the rows say what is left to do.
        catch (Exception failure)
        {
            Stumbled(failure, worker);
            return new Rest(AfterFailure, []);
        }
#pragma warning restore CA1031
    }

    private async Task WaitAsync(Rest rest, CancellationToken stoppingToken)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        await Task.WhenAny([Task.Delay(rest.AtMost, clock, over.Token), .. rest.Changes]).ConfigureAwait(false);
        // Or every change would leave a timer behind.
        await over.CancelAsync().ConfigureAwait(false);
    }

    [LoggerMessage(12, LogLevel.Error, "The worker '{Worker}' stumbled and goes on")]
    private partial void Stumbled(Exception failure, string worker);
}
