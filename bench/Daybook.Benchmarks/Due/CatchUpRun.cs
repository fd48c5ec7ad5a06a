using System.Diagnostics;
using System.Globalization;
using Daybook.Benchmarks.Load;
using Daybook.Schedules.Policies;
using Daybook.Schedules.Rules;
using Daybook.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Daybook.Benchmarks.Due;

/// <summary>How long a server takes that was off for days to account for every minute of its schedules, and how long others wait for the database meanwhile.</summary>
internal static class CatchUpRun
{
    private static readonly TimeSpan BetweenWrites = TimeSpan.FromMilliseconds(50);

    /// <param name="address">Of an empty database; empty is SQLite in a temporary folder.</param>
    public static Task<int> RunAsync(string address, int schedules, int days, string misfire) => DueServer.RunAsync(address, (app, site) =>
        MeasureAsync(app, site, schedules, days, Enum.Parse<Misfire>(misfire.Replace("_", "", StringComparison.Ordinal), ignoreCase: true)));

    private static async Task MeasureAsync(WebApplication app, LoadSite site, int count, int days, Misfire misfire)
    {
        var template = await site.AddTemplateAsync("Nothing", new { blocks = new[] { new { id = "nothing", type = "data_block", order = 1, title = "Nothing", template = "." } } }, CancellationToken.None).ConfigureAwait(false);
        var schedules = new DueSchedules(app.Services, template, "[]");
        var since = SystemClock.Instance.GetCurrentInstant() - Duration.FromDays(days);
        var processor = ServerProcess.Processor(Environment.ProcessId);
        var start = Stopwatch.GetTimestamp();
        await schedules.AddAsync(
            count, new IntervalRule(Duration.FromMinutes(1), since, null), null, definition => definition with { Misfire = misfire, StartDeadline = Duration.FromDays(days) }, since).ConfigureAwait(false);
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(() => WriteAsync(app.Services.GetRequiredService<Database>(), stop.Token), CancellationToken.None);
        while (await schedules.CountAsync(
            """
            select (select count(*) from cob_report_schedules where planned_through < @now) + (select count(*) from occurrences where state = 'planned' and run_at <= @recent)
                + (select count(*) from occurrences where state = 'due' and misfire is not null) + (select count(*) from occurrences where state = 'running' and misfire is not null)
            """,
            new { now = TimeProvider.System.GetUtcNow(), recent = TimeProvider.System.GetUtcNow().AddMinutes(-1) }).ConfigureAwait(false) > 0)
        {
            await Task.Delay(1000).ConfigureAwait(false);
        }

        var elapsed = Stopwatch.GetElapsedTime(start);
        processor = ServerProcess.Processor(Environment.ProcessId) - processor;
        await stop.CancelAsync().ConfigureAwait(false);
        var (writes, longest) = await writing.ConfigureAwait(false);
        var states = await schedules.ListAsync<string>(
            "select state || coalesce(' ' || reason, '') || ' ' || count(*) from occurrences where due_at <= @now group by state, reason order by count(*) desc", new { now = TimeProvider.System.GetUtcNow() }).ConfigureAwait(false);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{count:N0} schedules of every minute after {days} days, {misfire}: {string.Join(", ", states)}. Over after {elapsed.TotalSeconds:F1} s, with {processor:F1} s of processor time in the server. {writes:N0} small writes went on beside it; the slowest took {longest.TotalMilliseconds:F0} ms."));
    }

    /// <summary>Writes a little, again and again, until it is stopped.</summary>
    private static async Task<(int Count, TimeSpan Longest)> WriteAsync(Database database, CancellationToken stop)
    {
        var (count, longest) = (0, TimeSpan.Zero);
        while (!stop.IsCancellationRequested)
        {
            var start = Stopwatch.GetTimestamp();
            await using (var session = await database.BeginAsync(CancellationToken.None).ConfigureAwait(false))
            {
                await session.ExecuteAsync("update users set is_active = is_active", null, CancellationToken.None).ConfigureAwait(false);
                await session.CommitAsync(CancellationToken.None).ConfigureAwait(false);
            }

            var elapsed = Stopwatch.GetElapsedTime(start);
            longest = elapsed > longest ? elapsed : longest;
            count++;
            await Task.Delay(BetweenWrites, CancellationToken.None).ConfigureAwait(false);
        }

        return (count, longest);
    }
}
