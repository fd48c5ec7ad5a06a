using System.Diagnostics;
using System.Globalization;
using Daybook.Benchmarks.Load;
using Daybook.Schedules.Rules;
using Daybook.Schedules.Running;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Daybook.Benchmarks.Due;

/// <summary>A server in this process on a given database: what a look at the schedules costs while many are idle, and how soon many reports are made that fall due at one instant.</summary>
internal static class DueRun
{
    private const int Looks = 200;

    /// <param name="address">Of an empty database; empty is SQLite in a temporary folder.</param>
    /// <param name="reports">That fall due at one instant.</param>
    /// <param name="idle">Schedules that have nothing due.</param>
    public static Task<int> RunAsync(string address, int reports, int idle) => DueServer.RunAsync(address, async (app, site) =>
    {
        if (idle > 0)
            await IdleAsync(app, site, idle).ConfigureAwait(false);
        if (reports > 0)
            await DueAsync(app, site, reports).ConfigureAwait(false);
    });

    private static async Task IdleAsync(WebApplication app, LoadSite site, int count)
    {
        var schedules = new DueSchedules(app.Services, site.Template, """["pdf"]""");
        var before = await TickAsync(app).ConfigureAwait(false);
        var added = Stopwatch.GetTimestamp();
        // Once a month, at the end of it: rows are planned for each, and none falls due.
        await schedules.AddAsync(count, new MonthlyRule(new DayOfMonth(-1)), new LocalTime(3, 0)).ConfigureAwait(false);
        while (await schedules.CountAsync("select count(*) from cob_report_schedules s where not exists (select 1 from occurrences o where o.schedule_id = s.id)").ConfigureAwait(false) > 0)
            await Task.Delay(1000).ConfigureAwait(false);
        var rows = await schedules.CountAsync("select count(*) from occurrences").ConfigureAwait(false);
        var planned = Stopwatch.GetElapsedTime(added);
        var after = await TickAsync(app).ConfigureAwait(false);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count:N0} idle schedules were added and planned as {rows:N0} rows in {planned.TotalSeconds:F0} s. One look at them: median {after:F2} ms of {Looks}; with none, {before:F2} ms."));
    }

    /// <returns>The median of many looks, in milliseconds.</returns>
    private static async Task<double> TickAsync(WebApplication app)
    {
        var tick = app.Services.GetRequiredService<ScheduleTick>();
        var times = new double[Looks];
        for (var i = 0; i < Looks; i++)
        {
            var start = Stopwatch.GetTimestamp();
            await tick.RunAsync(null, CancellationToken.None).ConfigureAwait(false);
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        Array.Sort(times);
        return times[Looks / 2];
    }

    private static async Task DueAsync(WebApplication app, LoadSite site, int count)
    {
        var schedules = new DueSchedules(app.Services, site.Template, """["pdf"]""");
        var (due, processor) = await schedules.RunAtOneInstantAsync(count, Duration.FromSeconds(30 + (count / 100))).ConfigureAwait(false);
        var (at, mine) = (due.ToDateTimeOffset(), new { at = due.ToDateTimeOffset() });
        var succeeded = await schedules.CountAsync("select count(*) from occurrences where due_at = @at and state = 'succeeded'", mine).ConfigureAwait(false);
        var made = await schedules.CountAsync("select count(*) from cob_generated_reports r join occurrences o on o.id = r.occurrence_id where o.due_at = @at", mine).ConfigureAwait(false);
        var artifacts = await schedules.ListAsync<DateTimeOffset>(
            "select e.exported_at from cob_report_exports e join cob_generated_reports r on r.id = e.report_id join occurrences o on o.id = r.occurrence_id where o.due_at = @at and e.sha256 is not null order by e.exported_at",
            mine).ConfigureAwait(false);
        var over = (await schedules.ListAsync<DateTimeOffset>("select max(finished_at) from occurrences where due_at = @at", mine).ConfigureAwait(false))[0];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{count:N0} reports as PDF due at one instant: {succeeded:N0} occurrences succeeded with {made:N0} reports and {artifacts.Count:N0} artifacts. The first artifact was there after {(artifacts[0] - at).TotalSeconds:F1} s, the last after {(artifacts[^1] - at).TotalSeconds:F1} s; the last occurrence was over after {(over - at).TotalSeconds:F1} s. The server used {processor:F1} s of processor time."));
    }
}
