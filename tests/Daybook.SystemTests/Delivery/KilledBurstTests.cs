using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Daybook.SystemTests.Server;
using Daybook.Tests;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Daybook.SystemTests.Delivery;

/// <summary>
/// A schedule that divides its report, on a server that dies at every step of it: each recipient has their report once, and nobody another's.
/// <c>DAYBOOK_LONG_RUN=1</c> kills it many times; otherwise once at each step, as far as one burst goes.
/// </summary>
public sealed class KilledBurstTests : IDisposable
{
    private const string Api = "/api/v1/cob";
    private const int Teams = 6;

    /// <summary>Far longer than any of it takes.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    private static readonly int Rounds = LongRun.IsOn ? 15 : 1;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("daybook-");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Data => Path.Combine(_folder.FullName, "data");

    private string Out => Path.Combine(_folder.FullName, "out");

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>Rows that are there while a burst is at a step.</summary>
    private static readonly string[] Steps =
    [
        "select count(*) from bursts where state = 'waiting' and lease_until is not null",
        "select count(*) from burst_parts p join cob_generated_reports r on r.id = p.report_id where p.state = 'making' and r.status = 'running'",
        "select count(*) from burst_parts where state = 'making' and exists (select 1 from burst_parts d where d.burst_id = burst_parts.burst_id and d.state = 'distributed')",
        "select count(*) from deliveries where state = 'sending'",
    ];

    [Fact]
    public async Task Each_recipient_has_their_report_once_wherever_the_server_dies()
    {
        Directory.CreateDirectory(Out);
        await using var mail = await MailServer.StartAsync(_folder.FullName);
        var settings = MailedReport.Settings(
            mail.Port, "Channels:mail:Security=none", "Channels:out:Kind=folder", "Channels:out:Path=" + Out, "Reports:LeaseSeconds=2", "Reports:Attempts=50", "Schedules:LeaseSeconds=5");
        var server = await ServerProcess.StartAsync(Data, settings);
        try
        {
            var schedule = await ScheduleAsync(server.Client);
            var occurrences = new List<string>();
            foreach (var step in Enumerable.Repeat(Steps, Rounds).SelectMany(steps => steps))
            {
                while (!await KillAtAsync(server, step))
                    occurrences.Add(await RunAsync(server.Client, schedule, new DateOnly(2026, 1, 1).AddDays(occurrences.Count)));
                await server.DisposeAsync();
                server = await ServerProcess.StartAsync(Data, settings);
            }

            var unknown = 0;
            foreach (var occurrence in occurrences)
                unknown += await CheckAsync(server.Client, occurrence);
            Check(mail, occurrences.Count, unknown);
        }
        finally
        {
            await server.DisposeAsync();
        }
    }

    private static async Task<string> ScheduleAsync(HttpClient client)
    {
        var rows = Enumerable.Range(0, Teams * 3).Select(row => new { team = $"team{row % Teams}", finding = $"word-of-team{row % Teams}-{row}" });
        var template = await MailedReport.OkAsync(client.PostAsJsonAsync(Api + "/templates", new
        {
            name = "Divided", version = "1",
            template_config = new
            {
                datasets = new { findings = new { source = "inline", rows } },
                blocks = new[] { new { id = "all", type = "data_block", order = 1, title = "All", template = "{% for row in findings %}- {{ row.finding }}\n{% endfor %}", data_sources = new[] { "findings" } } },
            },
        }, Cancel));
        var recipients = Enumerable.Range(0, Teams).Select(team => new
        {
            key = $"team{team}", distribution = new { mail = new[] { $"team{team}@example.com" }, @out = new[] { "." } },
        });
        var saved = await MailedReport.OkAsync(client.PostAsJsonAsync(Api + "/schedules", new
        {
            template_id = template.GetProperty("id").GetString(), name = "Divided", timezone = "UTC", rule = new { type = "cron", expr = "0 3 29 2 *" }, export_formats = new[] { "markdown" },
            max_attempts = 20, retry_seconds = 1, burst = new { split = "team", recipients },
        }, Cancel));
        return saved.GetProperty("schedule_id").GetString()!;
    }

    private static async Task<string> RunAsync(HttpClient client, string schedule, DateOnly date) =>
        (await MailedReport.OkAsync(client.PostAsJsonAsync($"{Api}/schedules/{schedule}/run", new { business_date = date }, Cancel))).GetProperty("occurrence_id").GetString()!;

    /// <summary>Kills the server while a burst is at the step: the database's write lock holds it there.</summary>
    /// <returns>False when everything was over before the step was met; then the server lives.</returns>
    private async Task<bool> KillAtAsync(ServerProcess server, string step)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(Data, "daybook.db")};Pooling=false");
        await connection.OpenAsync(Cancel);
        var clock = Stopwatch.StartNew();
        while (await connection.ExecuteScalarAsync<long>("select count(*) from occurrences where origin = 'manual' and state in ('planned', 'due', 'running')") > 0)
        {
            Assert.True(clock.Elapsed < Longest, $"an occurrence neither ends nor comes to a step within {Longest.TotalMinutes} minutes: {step}");
            // Leaves the processors to the server: each step lasts longer.
            await Task.Delay(1, Cancel);
            if (await connection.ExecuteScalarAsync<long>(step) == 0)
                continue;
            await using var hold = connection.BeginTransaction(deferred: false);
            if (await connection.ExecuteScalarAsync<long>(step, transaction: hold) == 0)
                continue;
            await server.KillAsync();
            return true;
        }

        return false;
    }

    /// <returns>How many mails nobody can tell of.</returns>
    private static async Task<int> CheckAsync(HttpClient client, string id)
    {
        JsonElement occurrence;
        var clock = Stopwatch.StartNew();
        do
        {
            Assert.True(clock.Elapsed < Longest, $"the occurrence {id} is not over after {Longest.TotalMinutes} minutes");
            await Task.Delay(50, Cancel);
            occurrence = await MailedReport.OkAsync(client.GetAsync($"{Api}/occurrences/{id}", Cancel));
        }
        while (occurrence.GetProperty("state").GetString() is "planned" or "due" or "running");
        var deliveries = (await MailedReport.OkAsync(client.GetAsync($"{Api}/deliveries?occurrence_id={id}&limit=200", Cancel))).EnumerateArray().ToList();
        Assert.Equal(2 * Teams, deliveries.Count);
        var states = deliveries.ToLookup(delivery => (delivery.GetProperty("channel").GetString()!, MailedReport.StateOf(delivery)));
        Assert.Equal(Teams, states[("out", "accepted")].Count());
        var unknown = states[("mail", "unknown")].Count();
        Assert.Equal(Teams, states[("mail", "accepted")].Count() + unknown);
        Assert.Equal(unknown == 0 ? "succeeded" : "completed_with_errors", occurrence.GetProperty("state").GetString());
        var burst = await MailedReport.OkAsync(client.GetAsync($"{Api}/bursts/{occurrence.GetProperty("burst_id").GetString()}", Cancel));
        Assert.Equal("completed", burst.GetProperty("state").GetString());
        Assert.Equal(Teams, burst.GetProperty("parts").EnumerateArray().Select(part => part.GetProperty("report_id").GetString()).Distinct().Count());
        return unknown;
    }

    private void Check(MailServer mail, int occurrences, int unknown)
    {
        var received = mail.Received;
        Assert.Equal(received.Count, received.Select(one => one.MessageId).Distinct().Count());
        Assert.InRange(received.Count, occurrences * Teams - unknown, occurrences * Teams);
        var files = Directory.GetFiles(Out, "*.md", SearchOption.AllDirectories);
        Assert.Equal(occurrences * Teams, files.Length);
        var words = files.Select(file => File.ReadAllText(file)).Select(text => Enumerable.Range(0, Teams).Single(team => text.Contains($"word-of-team{team}-", StringComparison.Ordinal)));
        Assert.All(words.CountBy(team => team), team => Assert.Equal(occurrences, team.Value));
        using var connection = new SqliteConnection($"Data Source={Path.Combine(Data, "daybook.db")};Pooling=false");
        Assert.Equal((occurrences, occurrences * Teams), (connection.ExecuteScalar<long>("select count(*) from bursts"), connection.ExecuteScalar<long>("select count(*) from cob_generated_reports")));
    }
}
