using System.Diagnostics;
using Daybook.Accounts;
using Daybook.Benchmarks.Load;
using Daybook.Schedules;
using Daybook.Schedules.Policies;
using Daybook.Schedules.Rules;
using Daybook.Schedules.Running;
using Daybook.Storage;
using Daybook.Templates;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Daybook.Benchmarks.Due;

/// <summary>Many schedules of one template on a server of this process.</summary>
/// <param name="template">Its id.</param>
/// <param name="formats">A JSON list of formats that every run exports.</param>
internal sealed class DueSchedules(IServiceProvider services, string template, string formats)
{
    private const int Batch = 1000;

    private readonly Database _database = services.GetRequiredService<Database>();

    /// <summary>How long adding took, the last time.</summary>
    public TimeSpan Adding { get; private set; }

    /// <param name="time">Null for a rule that brings its own.</param>
    /// <param name="plannedThrough">Up to which they count as planned; null up to now.</param>
    public async Task AddAsync(int count, ScheduleRule rule, LocalTime? time, Func<ScheduleDefinition, ScheduleDefinition>? change = null, Instant? plannedThrough = null)
    {
        var start = Stopwatch.GetTimestamp();
        var schedules = services.GetRequiredService<ScheduleStore>();
        var definition = new ScheduleDefinition(rule, "UTC") { Times = time is { } at ? [at] : [] };
        var content = new ScheduleContent(
            "Close", new TemplateId(Guid.Parse(template)), change?.Invoke(definition) ?? definition, new SchedulePolicies(),
            new Json("{}"), new Json(formats), new Json("{}"), IsActive: true, 0);
        for (var done = 0; done < count; done += Batch)
        {
            await using var session = await _database.BeginAsync(CancellationToken.None).ConfigureAwait(false);
            var owner = await session.GetAsync<UserId>("select id from users", null, CancellationToken.None).ConfigureAwait(false);
            for (var i = done; i < Math.Min(count, done + Batch); i++)
                await schedules.AddAsync(session, content, owner, plannedThrough?.ToDateTimeOffset() ?? TimeProvider.System.GetUtcNow(), CancellationToken.None).ConfigureAwait(false);
            await session.CommitAsync(CancellationToken.None).ConfigureAwait(false);
        }

        services.GetRequiredService<ScheduleSignals>().Changed();
        Adding = Stopwatch.GetElapsedTime(start);
    }

    /// <summary>Adds daily schedules that fall due at one instant, and waits until every one of that instant is over.</summary>
    /// <param name="ahead">Time for adding and planning them.</param>
    /// <returns>The instant, and the processor time of this process from then on in seconds.</returns>
    public async Task<(Instant Due, double Processor)> RunAtOneInstantAsync(int count, Duration ahead)
    {
        var due = Instant.FromUnixTimeSeconds((SystemClock.Instance.GetCurrentInstant() + ahead).ToUnixTimeSeconds());
        var mine = new { at = due.ToDateTimeOffset() };
        await AddAsync(count, new DailyRule(1), due.InUtc().TimeOfDay).ConfigureAwait(false);
        while (await CountAsync("select count(*) from occurrences where due_at = @at", mine).ConfigureAwait(false) < count)
        {
            if (SystemClock.Instance.GetCurrentInstant() > due)
                throw new InvalidOperationException("the occurrences were not planned in time");
            await Task.Delay(500).ConfigureAwait(false);
        }

        await Task.Delay((due - SystemClock.Instance.GetCurrentInstant()).ToTimeSpan()).ConfigureAwait(false);
        var processor = ServerProcess.Processor(Environment.ProcessId);
        // What asks often asks little: each state has its index.
        while ((await ListAsync<bool>(
            "select exists (select 1 from occurrences where state = 'planned' and run_at = @at) or exists (select 1 from occurrences where state = 'due') or exists (select 1 from occurrences where state = 'running')",
            mine).ConfigureAwait(false))[0])
            await Task.Delay(250).ConfigureAwait(false);
        return (due, ServerProcess.Processor(Environment.ProcessId) - processor);
    }

    public async Task<long> CountAsync(string sql, object? parameters = null)
    {
        await using var session = await _database.OpenAsync(CancellationToken.None).ConfigureAwait(false);
        return await session.GetAsync<long>(sql, parameters, CancellationToken.None).ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<T>> ListAsync<T>(string sql, object? parameters = null)
    {
        await using var session = await _database.OpenAsync(CancellationToken.None).ConfigureAwait(false);
        return await session.ListAsync<T>(sql, parameters, CancellationToken.None).ConfigureAwait(false);
    }
}
