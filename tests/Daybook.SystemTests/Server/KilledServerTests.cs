using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Daybook.SystemTests.Server;

/// <summary>A server that dies at any point of its work goes on where it was when it starts again.</summary>
public sealed class KilledServerTests : IDisposable
{
    private const string Api = "/api/v1/cob";
    private const int Reports = 15;

    private static readonly string[] Formats = ["markdown", "html", "json"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("daybook-");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Data => Path.Combine(_folder.FullName, "data");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_server_killed_at_every_stage_finishes_each_report_once()
    {
        var ids = new List<string>();
        var server = await ServerProcess.StartAsync(Data, "Reports:LeaseSeconds=2", "Reports:Attempts=20");
        try
        {
            var template = await TemplateAsync(server.Client);
            foreach (var stage in new[] { "collect", "compose", "export" })
            {
                do
                {
                    Assert.True(ids.Count < 20 * Reports, $"no report was met in the stage '{stage}'");
                    ids.AddRange(await OrderAsync(server.Client, template));
                }
                while (!await KillInAsync(server, stage));
                await server.DisposeAsync();
                server = await ServerProcess.StartAsync(Data, "Reports:LeaseSeconds=2", "Reports:Attempts=20");
            }

            foreach (var id in ids)
                await FinishedAsync(server.Client, id);
        }
        finally
        {
            await server.DisposeAsync();
        }

        await CheckAsync(ids);
    }

    [Fact]
    public async Task Files_copied_while_the_server_writes_open_clean()
    {
        await using var server = await ServerProcess.StartAsync(Data);
        var ids = await OrderAsync(server.Client, await TemplateAsync(server.Client));
        for (var copy = 0; copy < 5; copy++)
        {
            // The database first, with its log as it is at this moment: what a power cut leaves behind.
            var folder = Path.Combine(_folder.FullName, $"copy{copy}");
            Directory.CreateDirectory(folder);
            foreach (var file in Directory.GetFiles(Data, "daybook.db*").Where(file => !file.EndsWith("-shm", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
                File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
            foreach (var file in Directory.Exists(Path.Combine(Data, "contents")) ? Directory.GetFiles(Path.Combine(Data, "contents"), "*", SearchOption.AllDirectories) : [])
            {
                var target = Path.Combine(folder, Path.GetRelativePath(Data, file));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                if (File.Exists(file))
                    File.Copy(file, target);
            }

            await RunAsync("db", "verify", "--data", folder);
        }

        foreach (var id in ids)
            await FinishedAsync(server.Client, id);
    }

    private static async Task<string> TemplateAsync(HttpClient client)
    {
        var rows = Enumerable.Range(0, 400).Select(row => new { row, text = $"probe {row}", hits = row % 7 });
        var config = new
        {
            datasets = new { runs = new { source = "inline", rows } },
            blocks = new[] { new { id = "all", type = "data_block", order = 1, title = "All", template = "{% for run in runs %}- {{ run.text }}: {{ run.hits }}\n{% endfor %}", data_sources = new[] { "runs" } } },
        };
        using var made = await client.PostAsJsonAsync(Api + "/templates", new { name = "Long", version = "1", template_config = config }, Cancel);
        Assert.True(made.IsSuccessStatusCode, await made.Content.ReadAsStringAsync(Cancel));
        return (await made.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("id").GetString()!;
    }

    private static async Task<List<string>> OrderAsync(HttpClient client, string template)
    {
        var ids = new List<string>();
        for (var i = 0; i < Reports; i++)
        {
            using var ordered = await client.PostAsJsonAsync(Api + "/reports/generate", new { template_id = template, export_formats = Formats }, Cancel);
            ids.Add((await ordered.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("report_id").GetString()!);
        }

        return ids;
    }

    /// <summary>
    /// Kills the server while a report is in the stage. Holding the database's write lock keeps the report there: the stage ends with a write.
    /// </summary>
    /// <returns>False when all reports were over before one was met in the stage; then the server lives.</returns>
    private async Task<bool> KillInAsync(ServerProcess server, string stage)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(Data, "daybook.db")};Pooling=false");
        await connection.OpenAsync(Cancel);
        const string InStage = "select count(*) from cob_generated_reports where status = 'running' and stage = @stage";
        while (await connection.ExecuteScalarAsync<long>("select count(*) from cob_generated_reports where status in ('pending', 'running')") > 0)
        {
            if (await connection.ExecuteScalarAsync<long>(InStage, new { stage }) == 0)
                continue;
            await using var hold = connection.BeginTransaction(deferred: false);
            if (await connection.ExecuteScalarAsync<long>(InStage, new { stage }, hold) == 0)
                continue;
            await server.KillAsync();
            return true;
        }

        return false;
    }

    private static async Task FinishedAsync(HttpClient client, string id)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Api}/reports/{id}/status");
        request.Headers.Add("Accept", "text/event-stream");
        using var events = await client.SendAsync(request, Cancel);
        await events.Content.ReadAsStringAsync(Cancel);
        var report = await client.GetFromJsonAsync<JsonElement>($"{Api}/reports/{id}", Cancel);
        Assert.Equal("completed", report.GetProperty("status").GetString());
        Assert.Equal(Formats.Order(StringComparer.Ordinal), report.GetProperty("exports").EnumerateArray().Select(export => export.GetProperty("format").GetString()));
    }

    private async Task CheckAsync(List<string> ids)
    {
        await using (var connection = new SqliteConnection($"Data Source={Path.Combine(Data, "daybook.db")};Pooling=false"))
        {
            Assert.Equal(ids.Count, await connection.ExecuteScalarAsync<long>("select count(*) from cob_generated_reports where status = 'completed'"));
            Assert.Equal(ids.Count * Formats.Length, await connection.ExecuteScalarAsync<long>("select count(*) from cob_report_exports where sha256 is not null"));
            Assert.True(await connection.ExecuteScalarAsync<long>("select max(attempt) from cob_generated_reports") > 1, "no report was interrupted");
        }

        await RunAsync("db", "verify", "--data", Data);
        await RunAsync(["replay", "--data", Data, .. ids]);
    }

    private static async Task RunAsync(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [ServerProcess.Program, .. arguments]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEndAsync(Cancel);
        var errors = await process.StandardError.ReadToEndAsync(Cancel);
        await process.WaitForExitAsync(Cancel);
        Assert.True(process.ExitCode == 0, await output + errors);
    }
}
