using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Daybook.Reports;
using Daybook.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Daybook.Tests.BothDatabases.Server;

/// <summary>What is kept of a report gives it once more, or says what is damaged.</summary>
public abstract class ReportReplayTests(ServerFixture fixture)
{
    private const string Api = "/api/v1/cob";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_theme_that_a_template_or_an_order_writes_out_is_kept_with_the_report()
    {
        var server = await fixture.GetAsync();
        var client = server.As("author");
        var config = JsonSerializer.SerializeToNode(ReportTests.Config())!.AsObject();
        config["export_config"] = JsonNode.Parse("""{"html": {"theme": {"colors": {"accent": "#7a1f5c"}}}}""");
        var template = await ReportTests.TemplateAsync(client, "Own colours", config);
        async Task<string> MakeAsync(object options)
        {
            var made = await TestServer.OkAsync(client.PostAsJsonAsync(Api + "/reports/generate", new { template_id = template, report_date = "2026-05-04", export_formats = new[] { "html", "pdf" }, export_options = options }, Cancel));
            var id = made.GetProperty("report_id").GetString()!;
            await ReportTests.FinishAsync(client, id);
            Assert.Empty((await server.Services.GetRequiredService<ReportReplay>().RunAsync(new ReportId(Guid.Parse(id)), Cancel))!.Different);
            var exports = (await TestServer.OkAsync(client.GetAsync($"{Api}/reports/{id}", Cancel))).GetProperty("exports");
            var html = exports.EnumerateArray().Single(export => export.GetProperty("format").GetString() == "html").GetProperty("id").GetString();
            return await client.GetStringAsync($"{Api}/exports/{html}/download", Cancel);
        }

        Assert.Contains("#7a1f5c", await MakeAsync(new { }), StringComparison.OrdinalIgnoreCase);
        var ordered = await MakeAsync(new { html = new { theme = new { colors = new { accent = "#135e2b" } } } });
        Assert.Contains("#135e2b", ordered, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("#7a1f5c", ordered, StringComparison.OrdinalIgnoreCase);
        var refused = await TestServer.RefusedAsync(422, "invalid_request", client.PostAsJsonAsync(
            Api + "/reports/generate", new { template_id = template, export_formats = new[] { "html" }, export_options = new { html = new { theme = new { colours = new { }, logo = new { file = "/etc/passwd", alt = "x" } } } } }, Cancel));
        Assert.Equal(["theme_unknown_key", "theme_bad_logo"], refused.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task A_report_replays_byte_for_byte_and_any_flipped_byte_is_named()
    {
        var (server, _, id) = await ReportTests.MadeAsync(fixture, "Replayed");
        var replay = server.Services.GetRequiredService<ReportReplay>();
        var reportId = new ReportId(Guid.Parse(id));
        var result = await replay.RunAsync(reportId, Cancel);
        Assert.Empty(result!.Different);
        Assert.Equal(["template", "inputs", "document", "html", "json", "markdown"], result.Same.Select(part => part.Split(' ')[0]));

        await ExecuteAsync("update cob_generated_reports set inputs = @inputs where id = @reportId", new { inputs = new Json((await InputsAsync()).Replace("Night", "Light", StringComparison.Ordinal)), reportId });
        var changed = (await replay.RunAsync(reportId, Cancel))!.Different;
        Assert.Contains(changed, difference => difference.Contains("inputs", StringComparison.Ordinal));
        Assert.Contains(changed, difference => difference.Contains("document", StringComparison.Ordinal));

        async Task<string> InputsAsync()
        {
            await using var session = await server.Services.GetRequiredService<Database>().OpenAsync(Cancel);
            return (await session.GetAsync<Json>("select inputs from cob_generated_reports where id = @reportId", new { reportId }, Cancel)).Text;
        }

        async Task ExecuteAsync(string sql, object parameters)
        {
            await using var session = await server.Services.GetRequiredService<Database>().BeginAsync(Cancel);
            await session.ExecuteAsync(sql, parameters, Cancel);
            await session.CommitAsync(Cancel);
        }
    }

    [Theory]
    [InlineData("snapshot_sha256", "the kept snapshot is damaged")]
    [InlineData("document_sha256", "the kept document is damaged")]
    [InlineData(null, "the kept markdown is damaged")]
    public async Task A_damaged_content_is_named(string? column, string named)
    {
        var (server, client, id) = await ReportTests.MadeAsync(fixture, "Damaged " + named, null, "markdown");
        var database = server.Services.GetRequiredService<Database>();
        var reportId = new ReportId(Guid.Parse(id));
        await using (var session = await database.BeginAsync(Cancel))
        {
            var sha256 = column is null
                ? await session.GetAsync<string>("select sha256 from cob_report_exports where report_id = @reportId", new { reportId }, Cancel)
                : await session.GetAsync<string>($"select {column} from cob_generated_reports where id = @reportId", new { reportId }, Cancel);
            await session.ExecuteAsync("update contents set size_bytes = size_bytes + 1, encoding = 'brotli' where sha256 = @sha256", new { sha256 }, Cancel);
            await session.CommitAsync(Cancel);
        }

        Assert.Contains((await server.Services.GetRequiredService<ReportReplay>().RunAsync(reportId, Cancel))!.Different, difference => difference.StartsWith(named, StringComparison.Ordinal));
        if (column is not null)
            return;
        var export = (await TestServer.OkAsync(client.GetAsync($"{Api}/reports/{id}", Cancel))).GetProperty("exports")[0].GetProperty("id").GetString();
        await TestServer.RefusedAsync(500, "damaged_content", client.GetAsync($"{Api}/exports/{export}/download", Cancel));
    }
}
