using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Daybook.Benchmarks.Load;

/// <summary>What the load works on: a signed-in administrator, the built-in templates, one template of our own, and reports made from it.</summary>
internal sealed class LoadSite : IDisposable
{
    public const string Api = "/api/v1/cob";

    private readonly HttpClient _client;

    private LoadSite(HttpClient client, string token, string template) => (_client, Token, Template) = (client, token, template);

    public string Token { get; }

    public string Template { get; }

    public static async Task<LoadSite> PrepareAsync(LoadOptions options, CancellationToken cancellationToken)
    {
        var client = new HttpClient { BaseAddress = options.Address };
        var login = await PostAsync(client, "/auth/login", new { username = "admin", password = options.Password }, cancellationToken).ConfigureAwait(false);
        var token = login.GetProperty("access_token").GetString()!;
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var rows = Enumerable.Range(0, 40).Select(row => new { probe = $"probe {row}", hits = row % 7 });
        var config = new
        {
            datasets = new { runs = new { source = "inline", rows } },
            blocks = new object[]
            {
                new { id = "all", type = "data_block", order = 1, title = "All", template = "{% for run in runs %}- {{ run.probe }}: {{ run.hits }}\n{% endfor %}", data_sources = new[] { "runs" } },
                new { id = "table", type = "data_block", order = 2, title = "Table", data_sources = new[] { "runs" } },
            },
        };
        return new LoadSite(client, token, await AddTemplateAsync(client, $"Load {Environment.ProcessId}", config, cancellationToken).ConfigureAwait(false));
    }

    /// <returns>Its id.</returns>
    public Task<string> AddTemplateAsync(string name, object config, CancellationToken cancellationToken) => AddTemplateAsync(_client, name, config, cancellationToken);

    public async Task<string> OrderAsync(CancellationToken cancellationToken)
    {
        var made = await PostAsync(_client, "/reports/generate", new { template_id = Template, report_date = "2026-05-04", export_formats = new[] { "html", "pdf" } }, cancellationToken).ConfigureAwait(false);
        return made.GetProperty("report_id").GetString()!;
    }

    private async Task<bool> IsOverAsync(string report, CancellationToken cancellationToken)
    {
        var status = await _client.GetFromJsonAsync<JsonElement>($"{Api}/reports/{report}/status", cancellationToken).ConfigureAwait(false);
        return status.GetProperty("status").GetString() switch
        {
            "completed" => true,
            "pending" or "running" => false,
            var other => throw new InvalidOperationException($"report {report} is {other}"),
        };
    }

    public async Task FinishAsync(string report)
    {
        while (!await IsOverAsync(report, CancellationToken.None).ConfigureAwait(false))
            await Task.Delay(20).ConfigureAwait(false);
    }

    public byte[] Get(string path) => LoadConnection.Get(_client.BaseAddress!, path, Token);

    public void Dispose() => _client.Dispose();

    private static async Task<string> AddTemplateAsync(HttpClient client, string name, object config, CancellationToken cancellationToken)
    {
        var template = await PostAsync(client, "/templates", new { name, version = "1", template_config = config }, cancellationToken).ConfigureAwait(false);
        return template.GetProperty("id").GetString()!;
    }

    private static async Task<JsonElement> PostAsync(HttpClient client, string path, object body, CancellationToken cancellationToken)
    {
        using var answer = await client.PostAsJsonAsync(Api + path, body, cancellationToken).ConfigureAwait(false);
        var json = await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken).ConfigureAwait(false);
        return answer.IsSuccessStatusCode ? json : throw new InvalidOperationException($"{path}: {(int)answer.StatusCode} {json}");
    }
}
