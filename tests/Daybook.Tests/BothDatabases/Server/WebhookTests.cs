using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Daybook.Accounts;
using Daybook.Delivery;
using Daybook.Reports;
using Daybook.Storage;
using Daybook.Tests.Outgoing;
using Daybook.Webhooks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Daybook.Tests.BothDatabases.Server;

/// <summary>Programs elsewhere are told of events: each at least once, signed, and with every try on record.</summary>
public abstract class WebhookTests(ServerFixture fixture)
{
    private const string Api = "/api/v1/cob";

    private static readonly string[] OfReports = ["report.generation.started", "report.generation.completed", "report.completed"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private Task<TestServer> StartAsync(TimeProvider? clock = null) => fixture.StartAsync(clock, ("Outgoing:AllowedPrivate:0", "127.0.0.0/8"));

    private static async Task<(string Id, string Secret)> SubscribeAsync(TestServer server, Uri address, params string[] events)
    {
        var made = await TestServer.OkAsync(server.Admin.PostAsJsonAsync(Api + "/webhooks", new { name = "soc", url = address + "hook?token=t0p", events }, Cancel));
        return (made.GetProperty("webhook").GetProperty("id").GetString()!, made.GetProperty("secret").GetString()!);
    }

    private static async Task<string> ReportAsync(TestServer server, string text = "{{ runs | length }} runs")
    {
        var template = await ReportTests.TemplateAsync(server.As("author"), "Told " + text, ReportTests.Config(text));
        var report = await ReportTests.GenerateAsync(server.As("author"), template, "markdown");
        await ReportTests.FinishAsync(server.As("author"), report);
        return report;
    }

    /// <summary>Waits until the webhook's messages are as they should be.</summary>
    private static async Task<List<JsonElement>> MessagesAsync(TestServer server, string id, Func<List<JsonElement>, bool> isDone)
    {
        while (true)
        {
            var messages = (await TestServer.OkAsync(server.Admin.GetAsync($"{Api}/webhooks/{id}/messages", Cancel))).EnumerateArray().ToList();
            if (isDone(messages))
                return messages;
            await Task.Delay(50, Cancel);
        }
    }

    private static bool AllAre(List<JsonElement> messages, int count, string state) => messages.Count == count && messages.All(message => message.GetProperty("state").GetString() == state);

    /// <summary>As the specification of Standard Webhooks says.</summary>
    private static string Signature(string secret, LoopbackRequest request) => "v1," + Convert.ToBase64String(HMACSHA256.HashData(
        Convert.FromBase64String(secret["whsec_".Length..]), (byte[])[.. Encoding.UTF8.GetBytes($"{request.Headers["webhook-id"]}.{request.Headers["webhook-timestamp"]}."), .. request.Body]));

    [Fact]
    public async Task A_subscriber_is_told_of_a_report_from_its_start_to_its_end()
    {
        await using var receiver = await Loopback.StartAsync((_, _) => Task.CompletedTask);
        await using var server = await StartAsync();
        var (id, secret) = await SubscribeAsync(server, receiver.Address, OfReports);
        var report = await ReportAsync(server);
        var messages = await MessagesAsync(server, id, found => AllAre(found, 3, "accepted"));
        Assert.Equal(OfReports.Order(StringComparer.Ordinal), receiver.Requests.Select(request => request.Json.GetProperty("event").GetString()!).Order(StringComparer.Ordinal));
        Assert.All(receiver.Requests, request =>
        {
            Assert.Equal(Signature(secret, request), request.Headers["webhook-signature"]);
            Assert.Equal(report, request.Json.GetProperty("data").GetProperty("report_id").GetString());
            Assert.Equal("2026-05-04", request.Json.GetProperty("data").GetProperty("business_date").GetString());
            Assert.Contains(request.Headers["Idempotency-Key"], messages.Select(message => message.GetProperty("id").GetString()));
        });
        Assert.Equal("completed", receiver.Requests.Single(request => request.Json.GetProperty("event").GetString() == "report.completed").Json.GetProperty("data").GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_message_that_is_not_taken_is_sent_again_with_the_same_id_and_body()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        var answers = new Queue<int>([500, 200]);
        await using var receiver = await Loopback.StartAsync((context, _) =>
        {
            context.Response.StatusCode = answers.Dequeue();
            return Task.CompletedTask;
        });
        await using var server = await StartAsync(clock);
        var (id, _) = await SubscribeAsync(server, receiver.Address, "report.completed");
        await ReportAsync(server);
        var waiting = Assert.Single(await MessagesAsync(server, id, found => AllAre(found, 1, "planned") && found[0].GetProperty("tries").GetArrayLength() == 1));
        Assert.Equal("service_unavailable", waiting.GetProperty("tries")[0].GetProperty("code").GetString());
        clock.Advance(TimeSpan.FromSeconds(61));
        var done = Assert.Single(await MessagesAsync(server, id, found => AllAre(found, 1, "accepted")));
        Assert.Equal([1, 2], done.GetProperty("tries").EnumerateArray().Select(one => one.GetProperty("number").GetInt32()));
        Assert.Equal(receiver.Requests.First().Headers["webhook-id"], receiver.Requests.Last().Headers["webhook-id"]);
        Assert.Equal(receiver.Requests.First().Text, receiver.Requests.Last().Text);
    }

    [Fact]
    public async Task A_delivery_that_is_given_up_is_told_without_its_recipient()
    {
        await using var receiver = await Loopback.StartAsync((_, _) => Task.CompletedTask);
        await using var server = await fixture.StartAsync(
            null, ("Outgoing:AllowedPrivate:0", "127.0.0.0/8"), ("Channels:hook:Kind", "webhook"), ("Channels:hook:Secret", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"), ("Channels:hook:Webhooks:soc", receiver.Address + "gone"));
        var (id, _) = await SubscribeAsync(server, receiver.Address, "delivery.failed");
        var report = await ReportAsync(server);
        await using (var session = await server.Services.GetRequiredService<Database>().BeginAsync(Cancel))
        {
            await server.Services.GetRequiredService<DeliveryOrders>().PlanAsync(
                session, Caller.Server, new DeliveryOrder(new ReportId(Guid.Parse(report)), new Distribution([new ChannelTarget("fax", ["secret-name"])])), Cancel);
            await session.CommitAsync(Cancel);
        }

        await MessagesAsync(server, id, found => AllAre(found, 1, "accepted"));
        var told = Assert.Single(receiver.Requests).Json;
        Assert.Equal("delivery.failed", told.GetProperty("event").GetString());
        Assert.Equal((report, "fax", "channel_not_found"), (told.GetProperty("data").GetProperty("report_id").GetString(), told.GetProperty("data").GetProperty("channel").GetString(), told.GetProperty("data").GetProperty("code").GetString()));
        Assert.DoesNotContain("secret-name", told.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_goes_out_over_a_channel_of_the_settings()
    {
        await using var receiver = await Loopback.StartAsync((_, _) => Task.CompletedTask);
        await using var server = await fixture.StartAsync(
            null, ("Outgoing:AllowedPrivate:0", "127.0.0.0/8"), ("Channels:hook:Kind", "webhook"), ("Channels:hook:Secret", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"), ("Channels:hook:Webhooks:soc", receiver.Address + "in"));
        var report = await ReportAsync(server);
        await using (var session = await server.Services.GetRequiredService<Database>().BeginAsync(Cancel))
        {
            await server.Services.GetRequiredService<DeliveryOrders>().PlanAsync(
                session, Caller.Server, new DeliveryOrder(new ReportId(Guid.Parse(report)), new Distribution([new ChannelTarget("hook", ["soc"])])), Cancel);
            await session.CommitAsync(Cancel);
        }

        server.Services.GetRequiredService<DeliverySignals>().Changed();
        while (receiver.Requests.IsEmpty)
            await Task.Delay(50, Cancel);
        var sent = Assert.Single(receiver.Requests);
        Assert.Equal(report, sent.Json.GetProperty("report").GetProperty("id").GetString());
        Assert.Equal(sent.Json.GetProperty("key").GetString(), sent.Headers["Idempotency-Key"]);
        Assert.NotEmpty(sent.Json.GetProperty("artifacts")[0].GetProperty("content").GetString()!);
    }

    [Fact]
    public async Task A_message_that_is_refused_fails_and_can_be_sent_again()
    {
        var status = 404;
        await using var receiver = await Loopback.StartAsync((context, _) =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });
        await using var server = await StartAsync();
        var (id, _) = await SubscribeAsync(server, receiver.Address, "report.completed");
        await ReportAsync(server);
        var failed = Assert.Single(await MessagesAsync(server, id, found => AllAre(found, 1, "failed"))).GetProperty("id").GetString();
        status = 200;
        await TestServer.OkAsync(server.Admin.PostAsync($"{Api}/webhooks/{id}/messages/{failed}/resend", null, Cancel));
        Assert.Equal(2, Assert.Single(await MessagesAsync(server, id, found => AllAre(found, 1, "accepted"))).GetProperty("tries").GetArrayLength());
    }

    [Fact]
    public async Task What_a_dead_node_was_sending_is_sent_by_another()
    {
        await using var receiver = await Loopback.StartAsync((_, _) => Task.CompletedTask);
        await using var server = await StartAsync();
        var (id, _) = await SubscribeAsync(server, receiver.Address, "report.missed");
        await using (var session = await server.Services.GetRequiredService<Database>().BeginAsync(Cancel))
        {
            var messages = server.Services.GetRequiredService<WebhookMessageStore>();
            var message = await messages.AddAsync(session, new SubscriptionId(Guid.Parse(id)), WebhookEvent.ReportMissed, "{}", TimeProvider.System.Now(), Cancel);
            await session.ExecuteAsync("update webhook_messages set state = 'sending', attempt = 1, fence = 1, lease_until = @past where id = @message", new { message, past = TimeProvider.System.Now().AddMinutes(-1) }, Cancel);
            await session.CommitAsync(Cancel);
        }

        await MessagesAsync(server, id, found => AllAre(found, 1, "accepted"));
        Assert.Equal("{}", Assert.Single(receiver.Requests).Text);
    }

    [Fact]
    public async Task While_a_secret_changes_both_sign()
    {
        await using var receiver = await Loopback.StartAsync((_, _) => Task.CompletedTask);
        await using var server = await StartAsync();
        var (id, old) = await SubscribeAsync(server, receiver.Address, "report.completed");
        var changed = (await TestServer.OkAsync(server.Admin.PostAsync($"{Api}/webhooks/{id}/secret", null, Cancel))).GetProperty("secret").GetString()!;
        await ReportAsync(server);
        await MessagesAsync(server, id, found => AllAre(found, 1, "accepted"));
        var request = Assert.Single(receiver.Requests);
        Assert.Equal($"{Signature(changed, request)} {Signature(old, request)}", request.Headers["webhook-signature"]);
    }

    [Fact]
    public async Task A_test_is_sent_at_once()
    {
        await using var receiver = await Loopback.StartAsync((context, _) => context.Response.WriteAsync("hello"));
        await using var server = await StartAsync();
        var (id, secret) = await SubscribeAsync(server, receiver.Address, "report.failed");
        var tested = await TestServer.OkAsync(server.Admin.PostAsync($"{Api}/webhooks/{id}/test", null, Cancel));
        Assert.Equal("accepted", tested.GetProperty("outcome").GetString());
        var request = Assert.Single(receiver.Requests);
        Assert.Equal("webhook.test", request.Json.GetProperty("event").GetString());
        Assert.Equal(Signature(secret, request), request.Headers["webhook-signature"]);
    }

    [Fact]
    public async Task Whoever_is_switched_off_or_did_not_ask_is_told_nothing()
    {
        await using var receiver = await Loopback.StartAsync((_, _) => Task.CompletedTask);
        await using var server = await StartAsync();
        var (id, _) = await SubscribeAsync(server, receiver.Address, "report.failed");
        await ReportAsync(server);
        await TestServer.OkAsync(server.Admin.PutAsJsonAsync($"{Api}/webhooks/{id}", new { is_active = false, events = OfReports }, Cancel));
        await ReportAsync(server, "{{ runs | length }} rows");
        Assert.Empty(await MessagesAsync(server, id, _ => true));
        Assert.Empty(receiver.Requests);
    }

    [Fact]
    public async Task Addresses_and_secrets_are_sealed_and_never_shown()
    {
        await using var receiver = await Loopback.StartAsync((_, _) => Task.CompletedTask);
        await using var server = await StartAsync();
        var (id, secret) = await SubscribeAsync(server, receiver.Address, "report.failed");
        await using var session = await server.Services.GetRequiredService<Database>().OpenAsync(Cancel);
        var row = (await server.Services.GetRequiredService<SubscriptionStore>().FindAsync(session, new SubscriptionId(Guid.Parse(id)), Cancel))!;
        Assert.DoesNotContain("t0p", Encoding.Latin1.GetString(row.Address), StringComparison.Ordinal);
        Assert.DoesNotContain(secret, Encoding.Latin1.GetString(row.Secret), StringComparison.Ordinal);
        foreach (var path in new[] { "/webhooks", $"/webhooks/{id}", "/audit" })
        {
            var shown = (await TestServer.OkAsync(server.Admin.GetAsync(Api + path, Cancel))).GetRawText();
            Assert.DoesNotContain("t0p", shown, StringComparison.Ordinal);
            Assert.DoesNotContain(secret["whsec_".Length..], shown, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Everything_wrong_with_a_subscription_is_said_at_once()
    {
        await using var server = await StartAsync();
        var refused = await TestServer.RefusedAsync(422, "invalid_request", server.Admin.PostAsJsonAsync(
            Api + "/webhooks", new { name = "a\nb", url = "https://169.254.169.254/latest", events = new[] { "report.completed", "report.eaten" } }, Cancel));
        Assert.Equal(
            [
                "name must be one line",
                "url is link-local or a metadata service; only Outgoing:AllowedPrivate can permit it",
                "events has “report.eaten”; there are report.generation.started, report.generation.completed, report.generation.failed, report.completed, report.failed, report.missed, delivery.failed, delivery.unknown, delivery.bounced",
            ],
            refused.GetProperty("errors").EnumerateArray().Select(error => $"{error.GetProperty("field").GetString()} {error.GetProperty("message").GetString()}"));
    }
}
