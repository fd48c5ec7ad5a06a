using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Daybook.Tests.BothDatabases.Delivery;
using MimeKit;

namespace Daybook.Tests.BothDatabases.Server;

/// <summary>Tests of reports that a whole server sends to a mail server.</summary>
public abstract class DeliveryServerTests(ServerFixture fixture) : IAsyncLifetime
{
    private protected const string Api = "/api/v1/cob";

    private protected ScriptedSmtpServer Receiver { get; } = new() { Extensions = ["SIZE 200000", "8BITMIME"] };
    private protected TestServer Server { get; private set; } = null!;

    private protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private protected HttpClient Operator => Server.As("operator");

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (Server is not null)
            await Server.DisposeAsync();
        await Receiver.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected async Task<string> StartAsync(string text = "All is well.", string[]? formats = null, params (string Name, string Value)[] settings)
    {
        Server = await fixture.StartAsync(
            null,
            [
                ("Channels:mail:Kind", "email"), ("Channels:mail:Host", "127.0.0.1"), ("Channels:mail:Port", Receiver.Port.ToString(CultureInfo.InvariantCulture)), ("Channels:mail:Security", "none"),
                ("Channels:mail:From", "Daybook <reports@example.com>"), ("Channels:mail:TimeoutSeconds", "60"), ("Hosting:PublicAddress", "https://reports.example.com"), .. settings,
            ]);
        return await ReportAsync(text, formats ?? ["markdown", "pdf"]);
    }

    private protected async Task<string> ReportAsync(string text, params string[] formats)
    {
        var id = await ReportTests.GenerateAsync(Operator, await ReportTests.TemplateAsync(Operator, "Close " + formats.Length, ReportTests.Config(text, user: "operator")), formats);
        await ReportTests.FinishAsync(Operator, id);
        return id;
    }

    private protected Task<JsonElement> SendAsync(string report, object distribution, string query = "") =>
        TestServer.OkAsync(Operator.PostAsJsonAsync($"{Api}/reports/{report}/distribute{query}", distribution, Cancel));

    /// <summary>Waits until nothing happens to the report's deliveries any more: none is in hand, and what is planned waits for later.</summary>
    private protected async Task<Dictionary<string, JsonElement>> SettledAsync(string report)
    {
        while (true)
        {
            var all = (await TestServer.OkAsync(Operator.GetAsync($"{Api}/reports/{report}/deliveries?limit=200", Cancel))).EnumerateArray().ToDictionary(delivery => delivery.GetProperty("recipient").GetString()!);
            if (all.Values.All(delivery => delivery.GetProperty("state").GetString() is not ("planned" or "sending") || (delivery.GetProperty("state").GetString() == "planned" && delivery.GetProperty("attempt").GetInt32() > 0)))
                return all;
            await Task.Delay(20, Cancel);
        }
    }

    private protected static string State(JsonElement delivery) => $"{delivery.GetProperty("state").GetString()} {(delivery.TryGetProperty("reason_code", out var code) ? code.GetString() : "")}".Trim();

    private protected static string Id(JsonElement delivery) => delivery.GetProperty("id").GetString()!;

    /// <summary>The first link to a file.</summary>
    private protected static string LinkIn(MimeMessage mail) =>
        new Uri(mail.TextBody!.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).First(word => word.StartsWith("https://reports.example.com/api", StringComparison.Ordinal))).PathAndQuery;

    private protected List<MimeMessage> Mails() => [.. Receiver.Mails.Select(mail => MimeMessage.Load(new MemoryStream(Encoding.UTF8.GetBytes(mail)), Cancel))];
}
