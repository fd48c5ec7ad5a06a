using System.Globalization;
using Daybook.Reports;
using Daybook.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;

namespace Daybook.Benchmarks.Due;

/// <summary>
/// How long the running of schedules itself takes: many jobs that do nothing fall due at one instant, first with reports that are called finished
/// as soon as they are ordered, all that wait in one statement, then with the emptiest report there is — one line of text, no data, no format — made
/// by the whole pipeline. Every job has its row, its history, its claim with a fence, its report's row and its end in the database.
/// </summary>
internal static class DispatchRun
{
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(1);

    /// <param name="address">Of an empty database; empty is SQLite in a temporary folder.</param>
    public static Task<int> RunAsync(string address, int jobs) => DueServer.RunAsync(address, async (app, site) =>
    {
        var template = await site.AddTemplateAsync("Nothing", new { blocks = new[] { new { id = "nothing", type = "data_block", order = 1, title = "Nothing", template = "." } } }, CancellationToken.None).ConfigureAwait(false);
        var schedules = new DueSchedules(app.Services, template, "[]");
        var worker = app.Services.GetServices<IHostedService>().OfType<ReportWorker>().Single();
        await worker.StopAsync(CancellationToken.None).ConfigureAwait(false);
        using (var stop = new CancellationTokenSource())
        {
            var finishing = Task.Run(() => FinishAsync(app.Services, stop.Token), CancellationToken.None);
            await MeasureAsync(schedules, jobs, "that do nothing").ConfigureAwait(false);
            await stop.CancelAsync().ConfigureAwait(false);
            await finishing.ConfigureAwait(false);
        }

        await worker.StartAsync(CancellationToken.None).ConfigureAwait(false);
        await MeasureAsync(schedules, jobs, "that make an empty report").ConfigureAwait(false);
    });

    private static async Task MeasureAsync(DueSchedules schedules, int jobs, string what)
    {
        var (due, processor) = await schedules.RunAtOneInstantAsync(jobs, Duration.FromSeconds(20 + (jobs / 100))).ConfigureAwait(false);
        var at = due.ToDateTimeOffset();
        var over = await schedules.ListAsync<DateTimeOffset>("select finished_at from occurrences where due_at = @at and state = 'succeeded' order by finished_at", new { at }).ConfigureAwait(false);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{jobs:N0} jobs {what} due at one instant: {over.Count:N0} succeeded; the first was over after {Seconds(0):F2} s, half of them after {Seconds(over.Count / 2):F2} s, the last after {Seconds(over.Count - 1):F2} s. Processor time {processor:F1} s. Adding them took {schedules.Adding.TotalSeconds:F1} s."));

        double Seconds(int index) => (over[index] - at).TotalSeconds;
    }

    /// <summary>Calls reports that wait finished, until it is stopped.</summary>
    private static async Task FinishAsync(IServiceProvider services, CancellationToken stop)
    {
        var (database, signals) = (services.GetRequiredService<Database>(), services.GetRequiredService<ReportSignals>());
        while (!stop.IsCancellationRequested)
        {
            var change = signals.Next;
            await using (var session = await database.BeginAsync(CancellationToken.None).ConfigureAwait(false))
            {
                var finished = await session.ExecuteAsync(
                    "update cob_generated_reports set status = 'completed', attempt = 1, fence = fence + 1, started_at = @now, finished_at = @now where status = 'pending'",
                    new { now = TimeProvider.System.GetUtcNow() },
                    CancellationToken.None).ConfigureAwait(false);
                await session.CommitAsync(CancellationToken.None).ConfigureAwait(false);
                if (finished > 0)
                    signals.Changed();
            }

            await ReportSignals.WaitAsync(change, Idle, CancellationToken.None).ConfigureAwait(false);
        }
    }
}
