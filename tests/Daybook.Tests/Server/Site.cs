using System.Net.Http.Json;
using Daybook.Accounts;
using Daybook.Delivery;
using Daybook.Delivery.Sending;
using Daybook.Reports;
using Daybook.Schedules;
using Daybook.Schedules.Api;
using Daybook.Schedules.Running;
using Daybook.Storage;
using Daybook.Tests.BothDatabases.Server;
using Daybook.Tests.Outgoing;
using Daybook.Webhooks;
using Microsoft.Extensions.DependencyInjection;

namespace Daybook.Tests.Server;

/// <summary>A server, and what tests of routes need on it.</summary>
internal sealed class Site(TestServer server)
{
    public const string Api = "/api/v1/cob";

    private const string WebhookUrl = "https://hooks.example.com/daybook?token=1";

    private static readonly Lazy<Task<Loopback>> Feed = new(() => Loopback.StartAsync((context, _) => CalendarTests.Ics("20260501").CopyToAsync(context.Response.Body)));

    private static int _count;

    public TestServer Server => server;

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Who calls a route when nothing else is said: the user of its lowest role.</summary>
    public HttpClient As(string role) => role == "anonymous" ? server.Anonymous : server.As(role);

    /// <summary>A name that no other test uses.</summary>
    public static string NewName(string kind) => $"{kind}{Interlocked.Increment(ref _count)}";

    public async Task<string> NewUserAsync()
    {
        var made = await TestServer.OkAsync(server.Admin.PostAsJsonAsync(Api + "/users", new { username = NewName("user"), password = TestServer.Password }, Cancel));
        return made.GetProperty("id").GetString()!;
    }

    /// <summary>A user of their own, signed in, for a test that changes its caller.</summary>
    public Task<HttpClient> NewCallerAsync() => server.AddUserAsync(NewName("caller"), "viewer");

    /// <summary>A browser in which the viewer is signed in.</summary>
    public async Task<HttpClient> NewBrowserAsync()
    {
        using var signedIn = await server.Anonymous.PostAsJsonAsync(Api + "/auth/session", new { username = "viewer", password = TestServer.Password }, Cancel);
        var browser = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = server.Anonymous.BaseAddress };
        browser.DefaultRequestHeaders.Add("Cookie", signedIn.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        return browser;
    }

    public async Task<string> NewTokenAsync(string role)
    {
        var made = await TestServer.OkAsync(server.As(role).PostAsJsonAsync(Api + "/tokens", new { name = "ci" }, Cancel));
        return made.GetProperty("id").GetString()!;
    }

    /// <summary>A template that nobody but the user of the role, and administrators, may read.</summary>
    public async Task<string> NewTemplateAsync(string role)
    {
        var config = TemplateTests.Config(permissions: new { read = new[] { "user:" + role }, write = Array.Empty<string>() });
        var made = await TestServer.OkAsync(server.As(Maker(role)).PostAsJsonAsync(Api + "/templates", new { name = NewName("Template "), version = "1", template_config = config }, Cancel));
        return made.GetProperty("id").GetString()!;
    }

    /// <summary>A template for reports that the user of the role may read.</summary>
    public Task<string> NewReportTemplateAsync(string role) =>
        ReportTests.TemplateAsync(server.As(Maker(role)), NewName("Reported "), ReportTests.Config(user: role, reports: ["user:" + role]));

    /// <summary>A report that is made, and that the user of the role may read.</summary>
    public async Task<string> NewReportAsync(string role)
    {
        var client = server.As(Maker(role));
        var id = await ReportTests.GenerateAsync(client, await NewReportTemplateAsync(role), "markdown");
        await ReportTests.FinishAsync(client, id);
        return id;
    }

    /// <summary>A report that no node will make: it stands behind a claim that never ends.</summary>
    public async Task<string> NewWaitingReportAsync(string role)
    {
        var id = await NewReportAsync(role);
        await using var session = await server.Services.GetRequiredService<Database>().BeginAsync(Cancel);
        await session.ExecuteAsync(
            "update cob_generated_reports set status = 'running', finished_at = null, lease_until = '2999-01-01T00:00:00.000000Z' where id = @id", new { id = new ReportId(Guid.Parse(id)) }, Cancel);
        await session.CommitAsync(Cancel);
        return id;
    }

    public async Task<string> NewExportAsync(string role)
    {
        var report = await TestServer.OkAsync(server.As(role).GetAsync($"{Api}/reports/{await NewReportAsync(role)}", Cancel));
        return report.GetProperty("exports")[0].GetProperty("id").GetString()!;
    }

    /// <summary>A schedule of the user of the role.</summary>
    public async Task<string> NewScheduleAsync(string role)
    {
        var made = await TestServer.OkAsync(server.As(Maker(role)).PostAsJsonAsync(Api + "/schedules", ScheduleRouteCases.Body(await NewReportTemplateAsync(Maker(role))), Cancel));
        var id = made.GetProperty("schedule_id").GetString()!;
        if (role == "viewer")
        {
            await using var session = await server.Services.GetRequiredService<Database>().BeginAsync(Cancel);
            await session.ExecuteAsync("update cob_report_schedules set owner_id = (select id from users where username = 'viewer') where id = @id", new { id = new ScheduleId(Guid.Parse(id)) }, Cancel);
            await session.CommitAsync(Cancel);
        }

        return id;
    }

    public async Task<string> NewPausedScheduleAsync(string role)
    {
        var id = await NewScheduleAsync(role);
        await TestServer.OkAsync(server.Admin.PostAsJsonAsync($"{Api}/schedules/{id}/pause", new { note = "audit" }, Cancel));
        return id;
    }

    /// <summary>An occurrence of a schedule of the user of the role, in a state in which no node takes it.</summary>
    public async Task<string> NewOccurrenceAsync(string role, string state) => await ScheduleTests.OccurrenceAsync(server, await NewScheduleAsync(role), state);

    /// <summary>The address of an operator's due reports.</summary>
    public async Task<string> NewFeedAsync() => (await TestServer.OkAsync(server.As("operator").PostAsync(Api + "/schedules/feed", null, Cancel))).GetProperty("url").GetString()!;

    /// <summary>A run that failed.</summary>
    public async Task<string> NewExecutionAsync(string role)
    {
        var schedule = await NewScheduleAsync(role);
        var occurrence = await ScheduleTests.OccurrenceAsync(server, schedule, "failed");
        await using var session = await server.Services.GetRequiredService<Database>().BeginAsync(Cancel);
        var id = await session.GetAsync<ExecutionId>(
            "insert into cob_schedule_executions (schedule_id, occurrence_id, success, error_message, execution_time_ms) values (@schedule, @occurrence, false, 'failed', 5) returning id",
            new { schedule = new ScheduleId(Guid.Parse(schedule)), occurrence = new OccurrenceId(Guid.Parse(occurrence)) },
            Cancel);
        await session.CommitAsync(Cancel);
        return id.ToString();
    }

    public async Task<string> NewCalendarAsync()
    {
        var id = NewName("calendar");
        await TestServer.OkAsync(server.Admin.PostAsJsonAsync(Api + "/calendars", CalendarTests.Body(id), Cancel));
        return id;
    }

    /// <summary>A calendar that reads <see cref="FeedAsync"/>.</summary>
    public async Task<string> NewSubscribedCalendarAsync()
    {
        var path = $"{Api}/calendars/{await NewCalendarAsync()}/subscription";
        var url = await FeedAsync();
        var preview = await TestServer.OkAsync(server.Admin.PutAsJsonAsync(path, new { url }, Cancel));
        await TestServer.OkAsync(server.Admin.PutAsJsonAsync(path, new { url, confirm = preview.GetProperty("hash").GetString() }, Cancel));
        return path.Split('/')[^2];
    }

    /// <summary>Address of an ICS file that another server of this machine gives out.</summary>
    public static async Task<string> FeedAsync()
    {
        var feed = await Feed.Value;
        return $"http://localhost:{feed.Port}/holidays.ics";
    }

    /// <returns>The address of a hold on a new report.</returns>
    public async Task<string> NewHoldAsync()
    {
        var report = await NewReportAsync("operator");
        var hold = await TestServer.OkAsync(server.As("operator").PostAsJsonAsync($"{Api}/reports/{report}/holds", new { reason = "Matter" }, Cancel));
        return $"{Api}/reports/{report}/holds/{hold.GetProperty("id").GetString()}";
    }

    /// <summary>A delivery that nobody sends: its channel is not there.</summary>
    public async Task<(string Id, string Key)> NewDeliveryAsync(string state, string recipient = "ann@example.com")
    {
        var report = new ReportId(Guid.Parse(await NewReportAsync("author")));
        var (database, orders, ledger) = (server.Services.GetRequiredService<Database>(), server.Services.GetRequiredService<DeliveryOrders>(), server.Services.GetRequiredService<DeliveryStore>());
        await using var session = await database.BeginAsync(Cancel);
        await orders.PlanAsync(session, Caller.Server, new DeliveryOrder(report, new Distribution([new ChannelTarget("none", [recipient])])), Cancel);
        var delivery = (await ledger.ListAsync(session, new DeliveryFilter { Report = report }, DateTimeOffset.MaxValue.AddDays(-1), default, 1, Cancel))[0];
        await session.ExecuteAsync("update deliveries set state = @state where id = @Id", new { state, delivery.Id }, Cancel);
        await session.CommitAsync(Cancel);
        return (delivery.Id.ToString(), delivery.DeliveryKey);
    }

    public Task<string> UnsubscribeSignatureAsync(string delivery) => server.Services.GetRequiredService<MessageLinks>().SignAsync(new DeliveryId(Guid.Parse(delivery)), Cancel);

    public async Task<string> NewSuppressionAsync()
    {
        var made = await TestServer.OkAsync(server.As("operator").PostAsJsonAsync(Api + "/suppressions", new { recipient = NewName("ann") + "@example.com" }, Cancel));
        return made.GetProperty("id").GetString()!;
    }

    /// <summary>A subscription that is switched off, so that nothing is sent.</summary>
    public static object NewWebhook(string url = WebhookUrl) => new { name = NewName("webhook"), url, events = new[] { "delivery.failed" }, is_active = false };

    public async Task<string> NewWebhookAsync(string url = WebhookUrl)
    {
        var made = await TestServer.OkAsync(server.Admin.PostAsJsonAsync(Api + "/webhooks", NewWebhook(url), Cancel));
        return made.GetProperty("webhook").GetProperty("id").GetString()!;
    }

    /// <summary>A message that was refused.</summary>
    public async Task<string> NewWebhookMessageAsync(string webhook)
    {
        await using var session = await server.Services.GetRequiredService<Database>().BeginAsync(Cancel);
        var messages = server.Services.GetRequiredService<WebhookMessageStore>();
        var id = await messages.AddAsync(session, new SubscriptionId(Guid.Parse(webhook)), WebhookEvent.DeliveryFailed, "{}", TimeProvider.System.Now(), Cancel);
        await session.ExecuteAsync("update webhook_messages set state = 'failed' where id = @id", new { id }, Cancel);
        await session.CommitAsync(Cancel);
        return id.ToString();
    }

    /// <summary>Viewers make nothing themselves.</summary>
    private static string Maker(string role) => role == "viewer" ? "author" : role;
}
