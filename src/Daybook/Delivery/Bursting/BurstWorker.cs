using System.Globalization;
using Daybook.Composition;
using Daybook.Hosting;
using Daybook.Reports;
using Daybook.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Daybook.Delivery.Bursting;

/// <summary>Divides bursts that wait, and follows those whose reports are being made.</summary>
internal sealed partial class BurstWorker(
    Database database, BurstStore store, BurstDividing dividing, BurstDistribution distribution, BurstAlarms alarms, BurstSignals signals, ReportSignals reports, IOptions<ReportsOptions> options, TimeProvider clock, WorkLoop loop,
    ILogger<BurstWorker> log) : BackgroundService
{
    private const int Attempts = 3;

    /// <summary>How often a node looks for what other nodes changed, while there is a burst that is not over.</summary>
    private static readonly TimeSpan Busy = TimeSpan.FromSeconds(2);

    /// <summary>The same while there is none.</summary>
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(15);

    private readonly string _node = string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}:{Environment.ProcessId}");

    private int LeaseSeconds => options.Value.LeaseSeconds;

    /// <summary>Dividing collects the data of the whole report first.</summary>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => loop.RunAsync("bursts", TimeSpan.FromSeconds(options.Value.CollectSeconds + 300), TurnAsync, stoppingToken);

    private async Task<Rest> TurnAsync(CancellationToken stoppingToken)
    {
        var (ordered, changed) = (signals.Next, reports.Next);
        if (await StepAsync(stoppingToken).ConfigureAwait(false))
            return Rest.None;
        return await IsBusyAsync(stoppingToken).ConfigureAwait(false) ? new Rest(Busy, [ordered, changed]) : new Rest(Idle, [ordered]);
    }

    private async Task<bool> IsBusyAsync(CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        return await store.AnyRunningAsync(session, cancellationToken).ConfigureAwait(false);
    }

    /// <returns>Whether there was something to do.</returns>
    private async Task<bool> StepAsync(CancellationToken cancellationToken)
    {
        if (await ClaimAsync(cancellationToken).ConfigureAwait(false) is { } burst)
        {
            await DivideAsync(burst, cancellationToken).ConfigureAwait(false);
            return true;
        }

        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        var ready = await store.ReadyAsync(session, cancellationToken).ConfigureAwait(false);
        foreach (var id in ready)
            await distribution.SeeToAsync(id, cancellationToken).ConfigureAwait(false);
        return !ready.IsEmpty;
    }

    private async Task<StoredBurst?> ClaimAsync(CancellationToken cancellationToken)
    {
        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        var burst = await store.ClaimAsync(session, _node, LeaseSeconds, cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        return burst;
    }

    private async Task DivideAsync(StoredBurst burst, CancellationToken stoppingToken)
    {
        using var done = new CancellationTokenSource();
        var renewing = RenewAsync(burst, done.Token);
        try
        {
            if (burst.Attempt > Attempts)
                await FailAsync(burst, "attempts_used_up", $"The server stopped {Attempts} times while it divided the data.").ConfigureAwait(false);
            else
                await dividing.DivideAsync(burst, stoppingToken).ConfigureAwait(false);
        }
        catch (CompositionException failure)
        {
            await FailAsync(burst, failure.Code, failure.Message).ConfigureAwait(false);
        }
        catch (StageTimeoutException timeout)
        {
            await FailAsync(burst, StageTimeoutException.Code, timeout.Message).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await using var session = await database.BeginAsync(CancellationToken.None).ConfigureAwait(false);
            await store.ReleaseAsync(session, burst, CancellationToken.None).ConfigureAwait(false);
            await session.CommitAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is not System.Data.Common.DbException)
        {
            Defect(failure, burst.Id);
            await FailAsync(burst, "internal_error", "This is a defect of the server; its log tells more.").ConfigureAwait(false);
        }
        finally
        {
            await done.CancelAsync().ConfigureAwait(false);
            await renewing.ConfigureAwait(false);
        }
    }

    /// <summary>Holds the claim, so that another node goes on soon where this one dies, and not while it lives.</summary>
    private async Task RenewAsync(StoredBurst burst, CancellationToken done)
    {
        while (!done.IsCancellationRequested)
        {
            await Task.Delay(TimeSpan.FromSeconds(LeaseSeconds / 3.0), clock, done).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (done.IsCancellationRequested)
                return;
            try
            {
                await using var session = await database.BeginAsync(done).ConfigureAwait(false);
                await store.RenewAsync(session, burst, LeaseSeconds, done).ConfigureAwait(false);
                await session.CommitAsync(done).ConfigureAwait(false);
            }
#pragma warning disable CA1031 // Without the database the lease runs out by itself, and the next statement with the fence tells.
            catch (Exception failure)
            {
                if (!done.IsCancellationRequested)
                    NotRenewed(failure, burst.Id);
            }
#pragma warning restore CA1031
        }
    }

    private async Task FailAsync(StoredBurst burst, string code, string message)
    {
        await using var session = await database.BeginAsync(CancellationToken.None).ConfigureAwait(false);
        if (!await store.LeaveAsync(session, burst, code, message, CancellationToken.None).ConfigureAwait(false)
            && await store.FailAsync(session, burst, code, message, clock.Now(), CancellationToken.None).ConfigureAwait(false))
        {
            // Of a burst that an occurrence ordered, the occurrence tells when it is over: it may still be tried again.
            if (burst.OccurrenceId is null)
                await alarms.TellAsync(session, burst, [$"No report was made for any recipient: {message}"], CancellationToken.None).ConfigureAwait(false);
        }

        await session.CommitAsync(CancellationToken.None).ConfigureAwait(false);
        signals.Changed();
    }

    [LoggerMessage(91, Microsoft.Extensions.Logging.LogLevel.Warning, "The claim of burst {Burst} could not be renewed")]
    private partial void NotRenewed(Exception failure, BurstId burst);

    [LoggerMessage(90, Microsoft.Extensions.Logging.LogLevel.Error, "Dividing burst {Burst} failed")]
    private partial void Defect(Exception failure, BurstId burst);
}
