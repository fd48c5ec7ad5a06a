using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Daybook.Schedules.Running;
using Daybook.Storage;
using Daybook.Tests.BothDatabases.Delivery;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace Daybook.Tests.BothDatabases.Server;

/// <summary>What owners of schedules learn from a whole server, over a mail server.</summary>
public abstract class NoticeTests(ServerFixture fixture) : IAsyncLifetime
{
    private const string Api = "/api/v1/cob";

    private readonly ScriptedSmtpServer _mail = new();
    private TestServer _server = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>No report can be made of it.</summary>
    private static object FailingConfig => new
    {
        metadata = new { permissions = new { read = new[] { "user:author" }, write = Array.Empty<string>() } },
        blocks = new[] { new { id = "summary", type = "data_block", order = 1, title = "Summary", template = "{{ 1 / 0 }}", on_error = "fail" } },
    };

    private HttpClient Author => _server.As("author");

    public async ValueTask InitializeAsync()
    {
        _server = await fixture.StartAsync(
            null,
            ("Channels:office:Kind", "email"), ("Channels:office:Host", "127.0.0.1"), ("Channels:office:Port", _mail.Port.ToString(CultureInfo.InvariantCulture)), ("Channels:office:Security", "none"),
            ("Channels:office:From", "Daybook <reports@example.com>"));
        foreach (var name in new[] { "author", "admin" })
            await TestServer.OkAsync(_server.Admin.PutAsJsonAsync($"{Api}/users/{await UserIdAsync(name)}", new { email = name + "@example.com" }, Cancel));
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _mail.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task An_owner_learns_of_failure_recovery_and_a_miss_and_the_administrators_of_an_owner_who_left()
    {
        var template = await ScheduleTests.TemplateAsync(Author);
        var saved = await TestServer.OkAsync(Author.PostAsJsonAsync(Api + "/schedules", new { template_id = template, name = "Close", frequency = "daily", time = "18:00" }, Cancel));
        var schedule = saved.GetProperty("schedule_id").GetString()!;

        await TestServer.OkAsync(Author.PutAsJsonAsync($"{Api}/templates/{template}", new { is_active = false }, Cancel));
        await ToldAsync("Schedule - Close", "author@example.com");
        await TestServer.OkAsync(Author.PutAsJsonAsync($"{Api}/templates/{template}", new { is_active = true, template_config = FailingConfig }, Cancel));
        await RunAsync(schedule);
        await ToldAsync("COB Report failed - Close", "author@example.com");
        await TestServer.OkAsync(Author.PutAsJsonAsync($"{Api}/templates/{template}", new { template_config = ReportTests.Config() }, Cancel));
        await RunAsync(schedule);
        await ToldAsync("COB Report recovered - Close", "author@example.com");
        await MissAsync(await RunAsync(schedule, "2026-05-04"));
        await ToldAsync("COB Report missed - Close - 2026-05-04", "author@example.com");

        await TestServer.OkAsync(_server.Admin.PutAsJsonAsync($"{Api}/users/{await UserIdAsync("author")}", new { is_active = false }, Cancel));
        await ToldAsync("Schedule - Close", "admin@example.com");
        Assert.Equal("owner_left", (await TestServer.OkAsync(_server.Admin.GetAsync($"{Api}/schedules/{schedule}", Cancel))).GetProperty("flag").GetString());
        var refused = await TestServer.RefusedAsync(409, "not_possible_now", _server.Admin.PostAsJsonAsync($"{Api}/schedules/{schedule}/run", new { }, Cancel));
        Assert.Contains("give it to another owner", refused.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(
            [
                "schedule.flagged accepted administrators owner_left", "occurrence.missed accepted owner ", "occurrence.recovered accepted owner ", "occurrence.failed accepted owner ",
                "schedule.flagged accepted owner ",
            ],
            await NoticesAsync(schedule));
    }

    private async Task<string> UserIdAsync(string name) =>
        (await TestServer.OkAsync(_server.Admin.GetAsync(Api + "/users?limit=200", Cancel))).EnumerateArray().Single(user => user.GetProperty("username").GetString() == name).GetProperty("id").GetString()!;

    private async Task<string> RunAsync(string schedule, string? date = null) =>
        (await TestServer.OkAsync(Author.PostAsJsonAsync($"{Api}/schedules/{schedule}/run", new { business_date = date }, Cancel))).GetProperty("occurrence_id").GetString()!;

    /// <summary>No node had the time to run it before its deadline.</summary>
    private async Task MissAsync(string occurrence)
    {
        await using (var session = await _server.Services.GetRequiredService<Database>().BeginAsync(Cancel))
        {
            await session.ExecuteAsync(
                $"""
                update occurrences set state = 'due', origin = 'scheduled', attempt = 0, fence = fence + 1000, step = 'none', lease_owner = null, lease_until = null, next_attempt_at = @late,
                    start_deadline = @late, report_id = null, finished_at = null
                where id = @id
                """,
                new { id = new OccurrenceId(Guid.Parse(occurrence)), late = DateTimeOffset.UnixEpoch },
                Cancel);
            await session.CommitAsync(Cancel);
        }

        _server.Services.GetRequiredService<ScheduleSignals>().Changed();
    }

    /// <summary>Waits for a mail to somebody.</summary>
    private async Task ToldAsync(string subject, string recipient)
    {
        while (!_mail.Mails.Select(mail => MimeMessage.Load(new MemoryStream(Encoding.UTF8.GetBytes(mail)), Cancel)).Any(
            mail => mail.Subject?.StartsWith(subject, StringComparison.Ordinal) == true && mail.To.Mailboxes.Single().Address == recipient))
        {
            await Task.Delay(20, Cancel);
        }
    }

    /// <summary>Waits until the ledger knows of every mail how it went; latest first.</summary>
    private async Task<List<string>> NoticesAsync(string schedule)
    {
        while (true)
        {
            var all = (await TestServer.OkAsync(_server.Admin.GetAsync($"{Api}/schedules/{schedule}/notices", Cancel))).EnumerateArray().ToList();
            if (all.TrueForAll(notice => Text(notice, "state") is not ("waiting" or "planned" or "sending")))
                return [.. all.Select(notice => $"{Text(notice, "kind")} {Text(notice, "state")} {Text(notice, "to")} {Text(notice, "reason")}")];
            await Task.Delay(20, Cancel);
        }
    }

    private static string Text(JsonElement json, string name) => json.GetProperty(name).ToString();
}
