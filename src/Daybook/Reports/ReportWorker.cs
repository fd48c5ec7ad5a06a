using System.Diagnostics;
using System.Globalization;
using Daybook.Hosting;
using Daybook.Storage;
using Daybook.Telemetry;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Daybook.Reports;

/// <summary>
/// Takes reports from the database and makes them, a few at once. A claim lasts while it is renewed; when a node dies, another takes the report
/// over and goes on from its last checkpoint.
/// </summary>
internal sealed partial class ReportWorker(
    Database database, ReportStores stores, ReportMaking making, ReportSignals signals, ReportProgress progress, ReportEvents events, IOptions<ReportsOptions> options, TimeProvider clock, WorkerPulses pulses, WorkLoop loop, ILogger<ReportWorker> log) : BackgroundService
{
    /// <summary>How often a node looks for reports that others were asked for, or that others lost.</summary>
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(2);

    /// <summary>How often the one who makes a report looks whether somebody wants it to end.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(0.5);

    private const string Pulse = "reports";

    private readonly string _node = string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}:{Environment.ProcessId}");

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, options.Value.Workers).Select(_ => loop.RunAsync(Pulse, TimeSpan.Zero, TurnAsync, stoppingToken)));

    private async Task<Rest> TurnAsync(CancellationToken stoppingToken)
    {
        var next = signals.Next;
        if (await ClaimAsync(stoppingToken).ConfigureAwait(false) is not { } report)
            return new Rest(Idle, [next]);
        await MakeAsync(report, stoppingToken).ConfigureAwait(false);
        return Rest.None;
    }

    private async Task<StoredReport?> ClaimAsync(CancellationToken cancellationToken)
    {
        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        var now = clock.Now();
        var report = await stores.Work.ClaimAsync(session, _node, options.Value.LeaseSeconds, now, cancellationToken).ConfigureAwait(false);
        if (report is not null)
            await events.StartedAsync(session, report, now, cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        return report;
    }

    private async Task MakeAsync(StoredReport report, CancellationToken stoppingToken)
    {
        using var span = Road.Begin(Road.Report).Note("report.id", report.Id.ToString()).Note("report.attempt", report.Attempt);
        if (report.Attempt > 1)
            Road.TakenOver(Road.Report, 1);
        using var work = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        using var done = new CancellationTokenSource();
        var renewing = RenewAsync(report, work, done.Token);
        try
        {
            var outcome = await MakeAsync(report, work.Token, stoppingToken).ConfigureAwait(false);
            await WriteAsync(session => outcome is null ? stores.Work.ReleaseAsync(session, report, CancellationToken.None) : FinishAsync(session, report, outcome), CancellationToken.None).ConfigureAwait(false);
            if (outcome is not null)
            {
                span.Note("report.state", outcome.State.Word);
                if (outcome.State == ReportState.Failed)
                    span.Fail(outcome.ErrorCode ?? "failed");
                Made(report.Id, outcome.State.Word, report.Attempt);
            }
        }
        catch (ClaimLostException)
        {
            Lost(report.Id);
        }
        finally
        {
            await done.CancelAsync().ConfigureAwait(false);
            await renewing.ConfigureAwait(false);
            progress.Forget(report.Id);
            signals.Changed();
        }
    }

    private async Task FinishAsync(Session session, StoredReport report, ReportOutcome outcome)
    {
        var now = clock.Now();
        await stores.Work.FinishAsync(session, report, outcome, now, CancellationToken.None).ConfigureAwait(false);
        await events.FinishedAsync(session, report, outcome, now, CancellationToken.None).ConfigureAwait(false);
    }

    /// <returns>Null when the server stops: then the report is given back.</returns>
    private async Task<ReportOutcome?> MakeAsync(StoredReport report, CancellationToken cancellationToken, CancellationToken stoppingToken)
    {
        try
        {
            return await making.MakeAsync(report, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return null;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return new ReportOutcome(ReportState.Cancelled, null, null, null);
        }
        catch (Exception failure) when (failure is not (ClaimLostException or System.Data.Common.DbException))
        {
            Stopped(failure, report.Id);
            var (code, message) = OutsideFailure.Of(failure) ?? new OutsideFailure(ProblemType.Defect.Code, "This is a defect of the server; its log tells more.");
            return ReportOutcome.Failed(code, message);
        }
    }

    /// <summary>Holds the claim, and ends the work when the claim is lost or somebody wants the report to end.</summary>
    private async Task RenewAsync(StoredReport report, CancellationTokenSource work, CancellationToken done)
    {
        var period = TimeSpan.FromSeconds(options.Value.LeaseSeconds / 3.0);
        var renewed = Stopwatch.GetTimestamp();
        Composition.BlockProgress? noted = null;
        while (!done.IsCancellationRequested)
        {
            await Task.Delay(Look, done).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            pulses.Beat(Pulse);
            try
            {
                if (await ShouldEndAsync(report, done).ConfigureAwait(false))
                    await work.CancelAsync().ConfigureAwait(false);
                if (progress.Find(report.Id) is { } blocks && blocks != noted)
                    await WriteAsync(session => stores.Work.NoteBlocksAsync(session, report, noted = blocks, done), done).ConfigureAwait(false);
                if (Stopwatch.GetElapsedTime(renewed) < period)
                    continue;
                await WriteAsync(session => stores.Work.RenewAsync(session, report, options.Value.LeaseSeconds, done), done).ConfigureAwait(false);
                renewed = Stopwatch.GetTimestamp();
            }
#pragma warning disable CA1031 // Without the database the lease runs out by itself, and the next statement with the fence tells.
            catch (Exception failure)
            {
                if (!done.IsCancellationRequested)
                    NotRenewed(failure, report.Id);
            }
#pragma warning restore CA1031
        }
    }

    private async Task<bool> ShouldEndAsync(StoredReport report, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        return await stores.Work.ShouldEndAsync(session, report, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Also a single statement waits in the queue of those who write: beside it, on SQLite, whoever writes much leaves no gap for it, and the claim would run out.</summary>
    private async Task WriteAsync(Func<Session, Task> write, CancellationToken cancellationToken)
    {
        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        await write(session).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    [LoggerMessage(31, LogLevel.Information, "Report {Report} is {State} after attempt {Attempt}")]
    private partial void Made(ReportId report, string state, int attempt);

    [LoggerMessage(32, LogLevel.Warning, "Report {Report} was taken over by another node")]
    private partial void Lost(ReportId report);

    [LoggerMessage(33, LogLevel.Error, "Making report {Report} failed")]
    private partial void Stopped(Exception failure, ReportId report);

    [LoggerMessage(34, LogLevel.Error, "The claim on report {Report} could not be renewed")]
    private partial void NotRenewed(Exception failure, ReportId report);
}
