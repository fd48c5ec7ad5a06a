using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Daybook.Tests.BothDatabases.Server;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Daybook.Tests.Server;

/// <summary>What monitoring tools are told, and who may read it.</summary>
public sealed partial class TelemetryTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Metrics_are_text_that_prometheus_reads_and_count_what_is_there()
    {
        await using var server = await (await TestServer.StartAsync("")).WithUsersAsync();
        var client = server.As("author");
        for (var i = 0; i < 2; i++)
            await ReportTests.FinishAsync(client, await ReportTests.GenerateAsync(client, await ReportTests.TemplateAsync(client, $"Measured {i}", ReportTests.Config()), "markdown"));
        var text = await server.As("operator").GetStringAsync("/metrics", Cancel);
        Assert.All(text.TrimEnd('\n').Split('\n'), line => Assert.Matches(Line(), line));
        Assert.Contains("\ndaybook_reports{state=\"completed\"} 2\n", text, StringComparison.Ordinal);
        Assert.Contains("\ndaybook_report_queue_depth 0\n", text, StringComparison.Ordinal);
        Assert.Contains("\ndaybook_deliveries{state=\"failed\"} 0\n", text, StringComparison.Ordinal);
        Assert.Contains("\ndaybook_notices{state=\"nobody\"} 0\n", text, StringComparison.Ordinal);
        Assert.Contains("\ndaybook_occurrences{state=\"missed\"} 0\n", text, StringComparison.Ordinal);
        Assert.Contains("\ndaybook_occurrences_late 0\n", text, StringComparison.Ordinal);
        Assert.Contains("\ndaybook_workers_silent 0\n", text, StringComparison.Ordinal);
        foreach (var stage in new[] { "collect", "compose", "export", "report" })
            Assert.True(double.Parse(Regex.Match(text, $"daybook_stage_duration_seconds_count{{stage=\"{stage}\",outcome=\"ok\"}} (\\d+)").Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture) >= 2, stage);
        Assert.True(double.Parse(Regex.Match(text, "\nprocess_resident_memory_bytes (\\d+)").Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture) > 1e6);
    }

    [Theory]
    [InlineData("127.0.0.0/8", HttpStatusCode.OK)]
    [InlineData("10.0.0.0/8", HttpStatusCode.Unauthorized)]
    public async Task Only_addresses_of_the_settings_read_metrics_without_a_token(string network, HttpStatusCode expected)
    {
        await using var server = await TestServer.StartAsync("", null, ("Telemetry:MetricsAddresses:0", network));
        using var answer = await server.Anonymous.GetAsync("/metrics", Cancel);
        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task Traces_of_a_report_name_its_stages_and_nothing_of_its_contents()
    {
        var received = new ConcurrentQueue<(string Path, byte[] Body)>();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using var collector = builder.Build();
        collector.Urls.Add("http://127.0.0.1:0");
        collector.MapPost("/{**path}", async (HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            received.Enqueue((request.Path, body.ToArray()));
        });
        await collector.StartAsync(Cancel);

        await using (var server = await (await TestServer.StartAsync("", null, ("Telemetry:OtlpEndpoint", collector.Urls.First()), ("Telemetry:OtlpHeaders", "x-tenant=red"))).WithUsersAsync())
        {
            var client = server.As("author");
            var template = await ReportTests.TemplateAsync(client, "Secret operation", ReportTests.Config(probe: "unspeakable"));
            await ReportTests.FinishAsync(client, await ReportTests.GenerateAsync(client, template, "markdown"));
        }

        var traces = string.Concat(received.Where(sent => sent.Path == "/v1/traces").Select(sent => Encoding.Latin1.GetString(sent.Body)));
        foreach (var name in new[] { "report", "collect", "compose", "export", "daybook.report.id", "daybook.format" })
            Assert.Contains(name, traces, StringComparison.Ordinal);
        Assert.DoesNotContain("Secret operation", traces, StringComparison.Ordinal);
        Assert.DoesNotContain("unspeakable", traces, StringComparison.Ordinal);
        Assert.Contains(received, sent => sent.Path == "/v1/metrics" && Encoding.Latin1.GetString(sent.Body).Contains("daybook.stage.duration", StringComparison.Ordinal));
    }

    [GeneratedRegex("""^(# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\{([a-z_]+="[^"\\\n]*",?)+\})? ([0-9.E+-]+|\+Inf))$""")]
    private static partial Regex Line();
}
