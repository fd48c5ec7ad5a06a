using System.Diagnostics;
using System.Globalization;
using Daybook.Benchmarks.Load;
using Daybook.Hosting;
using Daybook.Schedules;
using Daybook.Schedules.Policies;
using Daybook.Schedules.Rules;
using Daybook.Schedules.Running;
using Daybook.Storage;
using Daybook.Templates;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Daybook.Benchmarks.Due;

/// <summary>A server in this process on a given database: what a look at the schedules costs while many are idle, and how soon many reports are made that fall due at one instant.</summary>
internal static class DueRun
{
    private const int Batch = 1000;
    private const int Looks = 200;

    /// <param name="address">Of an empty database; empty is SQLite in a temporary folder.</param>
    /// <param name="reports">That fall due at one instant.</param>
    /// <param name="idle">Schedules that have nothing due.</param>
    public static async Task<int> RunAsync(string address, int reports, int idle)
    {
        var folder = Directory.CreateTempSubdirectory("daybook-due-");
        try
        {
            const string Password = "due-due-due-due", Url = "http://127.0.0.1:8439";
            var settings = new ServerSettings(
                folder.FullName, Url, [new("Database", address), new("ADMIN_PASSWORD", Password), new("Logging:LogLevel:Daybook", "Warning")], TimeProvider.System);
            await using var app = DaybookServer.Build(settings);
            await DaybookServer.StartAsync(app, CancellationToken.None).ConfigureAwait(false);
            using var site = await LoadSite.PrepareAsync(new LoadOptions(new Uri(Url), Password, Environment.ProcessId, 0, 0, 0, 0), CancellationToken.None).ConfigureAwait(false);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Database: {(address.Length == 0 ? "SQLite" : "PostgreSQL")}. Processors: {Environment.ProcessorCount}."));
            if (idle > 0)
                await IdleAsync(app, site, idle).ConfigureAwait(false);
            if (reports > 0)
                await DueAsync(app, site, reports).ConfigureAwait(false);
            await app.StopAsync().ConfigureAwait(false);
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task IdleAsync(WebApplication app, LoadSite site, int count)
    {
        var database = app.Services.GetRequiredService<Database>();
        var before = await TickAsync(app).ConfigureAwait(false);
        var added = Stopwatch.GetTimestamp();
        // Once a month, at the end of it: rows are planned for each, and none falls due.
        await AddAsync(app, site, count, new MonthlyRule(new DayOfMonth(-1)), new LocalTime(3, 0)).ConfigureAwait(false);
        app.Services.GetRequiredService<ScheduleSignals>().Changed();
        while (await CountAsync(database, "select count(*) from cob_report_schedules s where not exists (select 1 from occurrences o where o.schedule_id = s.id)").ConfigureAwait(false) > 0)
            await Task.Delay(1000).ConfigureAwait(false);
        var rows = await CountAsync(database, "select count(*) from occurrences").ConfigureAwait(false);
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
        var database = app.Services.GetRequiredService<Database>();
        var due = SystemClock.Instance.GetCurrentInstant() + Duration.FromSeconds(30 + (count / 100));
        due = Instant.FromUnixTimeSeconds(due.ToUnixTimeSeconds());
        await AddAsync(app, site, count, new DailyRule(1), due.InUtc().TimeOfDay).ConfigureAwait(false);
        app.Services.GetRequiredService<ScheduleSignals>().Changed();
        var (at, mine) = (due.ToDateTimeOffset(), new { at = due.ToDateTimeOffset() });
        while (await CountAsync(database, "select count(*) from occurrences where due_at = @at", mine).ConfigureAwait(false) < count)
        {
            if (SystemClock.Instance.GetCurrentInstant() > due)
                throw new InvalidOperationException("the occurrences were not planned in time");
            await Task.Delay(500).ConfigureAwait(false);
        }

        await Task.Delay((due - SystemClock.Instance.GetCurrentInstant()).ToTimeSpan()).ConfigureAwait(false);
        var processor = ServerProcess.Processor(Environment.ProcessId);
        while (await CountAsync(database, "select count(*) from occurrences where due_at = @at and state in ('planned', 'due', 'running')", mine).ConfigureAwait(false) > 0)
            await Task.Delay(250).ConfigureAwait(false);
        processor = ServerProcess.Processor(Environment.ProcessId) - processor;

        var succeeded = await CountAsync(database, "select count(*) from occurrences where due_at = @at and state = 'succeeded'", mine).ConfigureAwait(false);
        var made = await CountAsync(database, "select count(*) from cob_generated_reports r join occurrences o on o.id = r.occurrence_id where o.due_at = @at", mine).ConfigureAwait(false);
        await using var session = await database.OpenAsync(CancellationToken.None).ConfigureAwait(false);
        var artifacts = await session.ListAsync<DateTimeOffset>(
            "select e.exported_at from cob_report_exports e join cob_generated_reports r on r.id = e.report_id join occurrences o on o.id = r.occurrence_id where o.due_at = @at and e.sha256 is not null order by e.exported_at",
            mine, CancellationToken.None).ConfigureAwait(false);
        var over = await session.GetAsync<DateTimeOffset>("select max(finished_at) from occurrences where due_at = @at", mine, CancellationToken.None).ConfigureAwait(false);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{count:N0} reports as PDF due at one instant: {succeeded:N0} occurrences succeeded with {made:N0} reports and {artifacts.Length:N0} artifacts. The first artifact was there after {(artifacts[0] - at).TotalSeconds:F1} s, the last after {(artifacts[^1] - at).TotalSeconds:F1} s; the last occurrence was over after {(over - at).TotalSeconds:F1} s. The server used {processor:F1} s of processor time."));
    }

    private static async Task AddAsync(WebApplication app, LoadSite site, int count, ScheduleRule rule, LocalTime time)
    {
        var (database, schedules) = (app.Services.GetRequiredService<Database>(), app.Services.GetRequiredService<ScheduleStore>());
        var owner = (await ListAsync<Accounts.UserId>(database, "select id from users").ConfigureAwait(false)).Single();
        var content = new ScheduleContent(
            "Close", new TemplateId(Guid.Parse(site.Template)), new ScheduleDefinition(rule, "UTC") { Times = [time] }, new SchedulePolicies(),
            new Json("{}"), new Json("""["pdf"]"""), new Json("{}"), IsActive: true, 0);
        for (var done = 0; done < count; done += Batch)
        {
            await using var session = await database.BeginAsync(CancellationToken.None).ConfigureAwait(false);
            for (var i = done; i < Math.Min(count, done + Batch); i++)
                await schedules.AddAsync(session, content, owner, TimeProvider.System.GetUtcNow(), CancellationToken.None).ConfigureAwait(false);
            await session.CommitAsync(CancellationToken.None).ConfigureAwait(false);
        }
    }

    private static async Task<long> CountAsync(Database database, string sql, object? parameters = null)
    {
        await using var session = await database.OpenAsync(CancellationToken.None).ConfigureAwait(false);
        return await session.GetAsync<long>(sql, parameters, CancellationToken.None).ConfigureAwait(false);
    }

    private static async Task<IReadOnlyList<T>> ListAsync<T>(Database database, string sql)
    {
        await using var session = await database.OpenAsync(CancellationToken.None).ConfigureAwait(false);
        return await session.ListAsync<T>(sql, null, CancellationToken.None).ConfigureAwait(false);
    }
}
