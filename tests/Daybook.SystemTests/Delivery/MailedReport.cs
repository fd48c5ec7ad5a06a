using System.Net.Http.Json;
using System.Text.Json;

namespace Daybook.SystemTests.Delivery;

/// <summary>What tests of sending ask of a server: a report, its distribution, its ledger.</summary>
internal static class MailedReport
{
    private const string Api = "/api/v1/cob";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static string[] Settings(int port, params string[] more) =>
    [
        "Channels:mail:Kind=email", "Channels:mail:Host=127.0.0.1", $"Channels:mail:Port={port}", "Channels:mail:From=Daybook <reports@example.com>",
        "Hosting:PublicAddress=https://reports.example.com", "Delivery:LeaseSeconds=2", .. more,
    ];

    public static async Task<string> MakeAsync(HttpClient client, string name)
    {
        var blocks = new[] { new { id = "all", type = "data_block", order = 1, title = "All", template = "All is well." } };
        var template = await OkAsync(client.PostAsJsonAsync(Api + "/templates", new { name, version = "1", template_config = new { blocks } }, Cancel));
        var ordered = await OkAsync(client.PostAsJsonAsync(Api + "/reports/generate", new { template_id = template.GetProperty("id").GetString(), export_formats = new[] { "markdown" } }, Cancel));
        var id = ordered.GetProperty("report_id").GetString()!;
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Api}/reports/{id}/status");
        request.Headers.Add("Accept", "text/event-stream");
        using var events = await client.SendAsync(request, Cancel);
        await events.Content.ReadAsStringAsync(Cancel);
        return id;
    }

    public static Task<JsonElement> SendAsync(HttpClient client, string report, IEnumerable<string> recipients, string guarantee) =>
        OkAsync(client.PostAsJsonAsync($"{Api}/reports/{report}/distribute", new { mail = new { recipients, guarantee } }, Cancel));

    /// <summary>Waits until every delivery is at its end, or is one of those that may wait for another try.</summary>
    /// <param name="mayWait">Recipients whom the mail server puts off.</param>
    public static async Task<Dictionary<string, JsonElement>> SettledAsync(HttpClient client, string report, params string[] mayWait)
    {
        while (true)
        {
            var all = (await OkAsync(client.GetAsync($"{Api}/reports/{report}/deliveries?limit=200", Cancel))).EnumerateArray().ToDictionary(delivery => delivery.GetProperty("recipient").GetString()!);
            // One that a lost node had in hand is planned again too: only an answer of the mail server puts it off.
            if (all.All(delivery => StateOf(delivery.Value) is not ("planned" or "sending") || (mayWait.Contains(delivery.Key) && StateOf(delivery.Value) == "planned" && delivery.Value.GetProperty("attempt").GetInt32() > 0)))
                return all;
            await Task.Delay(50, Cancel);
        }
    }

    public static string StateOf(JsonElement delivery) => delivery.GetProperty("state").GetString()!;

    public static async Task<JsonElement> OkAsync(Task<HttpResponseMessage> asked)
    {
        using var answer = await asked;
        var text = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonElement.Parse(text);
    }
}
